package org.kvartal.forecast.run.adoption;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Active persons of each day, week and month, in total and by unit. */
final class UseRows {
    private static final int DAYS = 92;

    private final Following following;
    private final LocalDate asOf;

    UseRows(Following following, LocalDate asOf) {
        this.following = following;
        this.asOf = asOf;
    }

    /** Sums of a unit in a period. */
    private static final class Sums {
        private long persons;
        private long active;
        private long seen;
        private long uses;

        void add(UseLog.Person person, int from, int to) {
            persons++;
            active += isSetWithin(person.active, from, to) ? 1 : 0;
            seen += isSetWithin(person.seen, from, to) ? 1 : 0;
            for (int day = from; day < to; day++) {
                uses += person.uses[day];
            }
        }

        private static boolean isSetWithin(BitSet days, int from, int to) {
            int next = days.nextSetBit(from);
            return next >= 0 && next < to;
        }

        void add(Sums other) {
            persons += other.persons;
            active += other.active;
            seen += other.seen;
            uses += other.uses;
        }
    }

    Stream<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        LocalDate first = following.log().date(following.log().firstTrace());
        LocalDate recent = asOf.minusDays(DAYS - 1L);
        add(rows, "day", first.isAfter(recent) ? first : recent, day -> day.plusDays(1));
        add(rows, "month", first.withDayOfMonth(1), month -> month.plusMonths(1));
        add(rows, "week", first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), week -> week.plusWeeks(1));
        return rows.stream();
    }

    private void add(List<@Nullable Object[]> rows, String grain, LocalDate first, UnaryOperator<LocalDate> next) {
        for (LocalDate start = first; !start.isAfter(asOf); start = next.apply(start)) {
            int from = Math.max(0, following.log().day(start));
            int to = Math.min(following.log().length(), following.log().day(next.apply(start)));
            SortedMap<String, Sums> teams = sums(from, to);
            Sums total = new Sums();
            teams.values().forEach(total::add);
            boolean isHidden = total.persons < following.settings().minimumGroup();
            Map<String, Long> sizes = teams.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().persons));
            Set<String> hidden = isHidden ? teams.keySet() : following.hidden(sizes);
            for (Map.Entry<String, Sums> team : teams.entrySet()) {
                String id = team.getKey();
                rows.add(row(grain, start, "team", id, hidden.contains(id) ? null : team.getValue()));
            }
            if (total.persons > 0) {
                rows.add(row(grain, start, "total", "", isHidden ? null : total));
            }
        }
    }

    private SortedMap<String, Sums> sums(int from, int to) {
        SortedMap<String, Sums> teams = new TreeMap<>();
        following.log().persons().forEach((id, person) -> {
            Roster.Member member = following.roster().member(id);
            int last = member.isActive() ? following.log().length() : person.seen.length();
            if (person.seen.nextSetBit(0) < to && from < last) {
                teams.computeIfAbsent(member.team(), team -> new Sums()).add(person, from, to);
            }
        });
        return teams;
    }

    private static @Nullable Object[] row(
            String grain, LocalDate start, String scope, String team, @Nullable Sums sums) {
        return new @Nullable Object[] {
            grain,
            start,
            scope,
            team.isEmpty() ? null : team,
            sums == null ? null : sums.persons,
            sums == null ? null : sums.active,
            sums == null ? null : sums.seen,
            sums == null ? null : sums.uses
        };
    }
}
