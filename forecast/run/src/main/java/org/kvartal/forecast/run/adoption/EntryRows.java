package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.identity.IdentityTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/** Companies entered by month and person: which of them count, and which only fill a quota. */
final class EntryRows {
    private static final int MONTHS = 24;
    private static final int MONTHS_OF_PERSONS = 6;
    private static final int LATE_DAYS = 2;
    private static final int SEVERAL = 3;

    private final Following following;
    private final AsOf asOf;

    EntryRows(Following following, AsOf asOf) {
        this.following = following;
        this.asOf = asOf;
    }

    private enum Kind {
        IMPORTED,
        DUPLICATE,
        FILLER,
        DELETED,
        COUNTED
    }

    /** Companies of one month, of one person or of all. */
    private static final class Sums {
        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        private long late;

        void add(Kind kind, boolean isLate) {
            counts.merge(kind, 1L, Long::sum);
            late += kind == Kind.COUNTED && isLate ? 1 : 0;
        }

        long of(Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }

        long all() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Stream<@Nullable Object[]> rows(Lake lake) {
        List<Entry> entries = entries(lake);
        Set<String> imported = Entry.imported(entries);
        Set<String> merged = new HashSet<>();
        lake.rows(IdentityTables.MEMBERS).stream()
                .filter(row -> !Roster.text(row, "id").equals(Roster.text(row, "master_id")))
                .forEach(row -> merged.add(Roster.text(row, "id")));
        Set<String> names = new HashSet<>();
        SortedMap<LocalDate, SortedMap<String, Sums>> months = new TreeMap<>();
        LocalDate thisMonth = asOf.date().withDayOfMonth(1);
        for (Entry entry : entries) {
            boolean isRepeated =
                    !names.add(entry.spelling()) && !entry.spelling().isEmpty();
            LocalDate month = entry.day().withDayOfMonth(1);
            if (month.isBefore(thisMonth.minusMonths(MONTHS - 1L))) {
                continue;
            }
            Kind kind = kind(entry, imported, isRepeated || merged.contains(entry.id()));
            SortedMap<String, Sums> ofMonth = months.computeIfAbsent(month, ignored -> new TreeMap<>());
            ofMonth.computeIfAbsent("", all -> new Sums()).add(kind, isLate(entry.day()));
            if (!entry.owner().isEmpty() && !month.isBefore(thisMonth.minusMonths(MONTHS_OF_PERSONS - 1L))) {
                ofMonth.computeIfAbsent(entry.owner(), owner -> new Sums()).add(kind, isLate(entry.day()));
            }
        }
        return months.entrySet().stream()
                .flatMap(month -> month.getValue().entrySet().stream()
                        .map(one -> row(month.getKey(), one.getKey(), one.getValue())));
    }

    private static Kind kind(Entry entry, Set<String> imported, boolean isDuplicate) {
        return imported.contains(entry.id())
                ? Kind.IMPORTED
                : isDuplicate
                        ? Kind.DUPLICATE
                        : entry.isFiller() ? Kind.FILLER : entry.isDeleted() ? Kind.DELETED : Kind.COUNTED;
    }

    /** Companies as they were first entered, earliest first; those deleted since are known from their versions. */
    private List<Entry> entries(Lake lake) {
        Map<String, Entry> entries = new HashMap<>();
        lake.rows(HistoryTables.of(CrmTables.ACCOUNTS)).stream()
                .sorted(Comparator.comparing(row -> (LocalDate) row.getField(HistoryTables.VALID_FROM)))
                .forEach(row -> enter(entries, row, true));
        lake.rows(CrmTables.ACCOUNTS).forEach(row -> enter(entries, row, false));
        List<Entry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparing(Entry::at).thenComparing(Entry::id));
        return inOrder;
    }

    private void enter(Map<String, Entry> entries, Record row, boolean isDeleted) {
        @Nullable OffsetDateTime at = (OffsetDateTime) row.getField("created_at");
        if (at != null && at.toInstant().isBefore(asOf.end())) {
            String id = Roster.text(row, "account_id");
            @Nullable Entry before = entries.get(id);
            String owner = following.roster().main(Roster.text(row, "owner_id"));
            entries.put(
                    id,
                    new Entry(
                            id,
                            before == null ? owner : before.owner(),
                            Roster.text(row, "name"),
                            at.atZoneSameInstant(asOf.zone()).toLocalDateTime(),
                            isDeleted));
        }
    }

    private boolean isLate(LocalDate day) {
        int next = following.working().onOrAfter(day.withDayOfMonth(1).plusMonths(1));
        return following.working().onOrAfter(day) >= Math.max(1, next - LATE_DAYS)
                && !day.withDayOfMonth(1).plusMonths(1).isAfter(asOf.date().plusDays(1));
    }

    private @Nullable Object[] row(LocalDate month, String owner, Sums sums) {
        long persons = owner.isEmpty() ? following.judgements().size() : 1;
        long quota = following.settings().entryQuota() * persons;
        return new @Nullable Object[] {
            month,
            owner.isEmpty() ? null : owner,
            sums.all(),
            sums.of(Kind.IMPORTED),
            sums.of(Kind.DUPLICATE),
            sums.of(Kind.FILLER),
            sums.of(Kind.DELETED),
            sums.of(Kind.COUNTED),
            sums.late,
            quota == 0 ? null : quota,
            quota == 0 ? null : (double) sums.of(Kind.COUNTED) / quota,
            remark(sums)
        };
    }

    private static @Nullable String remark(Sums sums) {
        List<String> remarks = new ArrayList<>();
        long junk = sums.of(Kind.DUPLICATE) + sums.of(Kind.FILLER) + sums.of(Kind.DELETED);
        if (junk >= SEVERAL && junk > sums.of(Kind.COUNTED)) {
            remarks.add("more rows that do not count than rows that do");
        }
        if (sums.late >= SEVERAL && 2 * sums.late > sums.of(Kind.COUNTED)) {
            remarks.add("most of them in the last two working days of the month");
        }
        return remarks.isEmpty() ? null : String.join("; ", remarks);
    }
}
