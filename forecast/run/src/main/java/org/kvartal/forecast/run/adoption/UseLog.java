package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/**
 * On which days of the last two years each person did what in the CRM. Where no log of uses is supplied, activities done and
 * opportunities changed stand for it; where there is one, these are traces of the person and no more.
 */
final class UseLog {
    private static final int YEARS = 2;

    private final AsOf asOf;
    private final LocalDate first;
    private final int length;
    private final AdoptionSettings settings;
    private final Roster roster;
    private final SortedMap<String, Person> persons = new TreeMap<>();
    private final SortedMap<String, int[]> uses = new TreeMap<>();
    private final BitSet traces = new BitSet();

    /** What one person did, by days from the first. */
    static final class Person {
        final BitSet seen = new BitSet();
        final BitSet active = new BitSet();
        final SortedMap<String, BitSet> functions = new TreeMap<>();
        final int[] uses;

        private Person(int length) {
            this.uses = new int[length];
        }
    }

    private UseLog(AsOf asOf, Roster roster, AdoptionSettings settings) {
        this.asOf = asOf;
        this.first = asOf.date().minusYears(YEARS).plusDays(1);
        this.length = (int) ChronoUnit.DAYS.between(first, asOf.date()) + 1;
        this.roster = roster;
        this.settings = settings;
    }

    static UseLog read(Lake lake, AsOf asOf, Roster roster, AdoptionSettings settings) {
        UseLog log = new UseLog(asOf, roster, settings);
        lake.scanOnce(CrmTables.USAGE_EVENTS, List.of("user_id", "day", "function", "count"), row -> {
            @Nullable Object count = row.getField("count");
            log.use(
                    Roster.text(row, "user_id"),
                    log.dayOf(row.getField("day")),
                    Roster.text(row, "function"),
                    count == null ? 1 : ((Long) count).intValue());
        });
        boolean hasUses = !log.persons.isEmpty();
        lake.scanOnce(
                CrmTables.ACTIVITIES,
                List.of("owner_id", "done_at"),
                row -> log.trace(row, "owner_id", "done_at", hasUses ? "" : "activity"));
        lake.scanOnce(
                CrmTables.OPPORTUNITY_CHANGES,
                List.of("changed_by", "changed_at"),
                row -> log.trace(row, "changed_by", "changed_at", hasUses ? "" : "opportunity"));
        return log;
    }

    private void trace(Record row, String who, String when, String function) {
        String user = Roster.text(row, who);
        int day = dayOf(row.getField(when));
        if (user.isEmpty() || day < 0) {
            return;
        }
        if (!function.isEmpty()) {
            use(user, day, function, 1);
        } else if (persons.containsKey(roster.main(user))) {
            person(user).seen.set(day);
        }
    }

    private void use(String user, int day, String function, int count) {
        if (user.isEmpty() || day < 0 || count <= 0) {
            return;
        }
        Person person = person(user);
        person.seen.set(day);
        traces.set(day);
        if (settings.isUse(function)) {
            person.active.set(day);
            person.functions.computeIfAbsent(function, ignored -> new BitSet()).set(day);
            person.uses[day] += count;
            uses.computeIfAbsent(function, ignored -> new int[length])[day] += count;
        }
    }

    private Person person(String user) {
        return persons.computeIfAbsent(roster.main(user), ignored -> new Person(length));
    }

    /** -1 outside of the period. */
    private int dayOf(@Nullable Object when) {
        @Nullable
        LocalDate day = when instanceof OffsetDateTime instant
                ? instant.atZoneSameInstant(asOf.zone()).toLocalDate()
                : (LocalDate) when;
        return day == null || day.isBefore(first) || day.isAfter(asOf.date()) ? -1 : day(day);
    }

    /** Days from the first one. */
    int day(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(first, day);
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    int length() {
        return length;
    }

    /** First day with a use of anyone; the length when there is none. */
    int firstTrace() {
        int day = traces.nextSetBit(0);
        return day < 0 ? length : day;
    }

    /** By id. */
    SortedMap<String, Person> persons() {
        return persons;
    }

    /** Uses of all persons by day, of each function that counts. */
    SortedMap<String, int[]> uses() {
        return uses;
    }
}
