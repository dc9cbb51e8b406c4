package org.kvartal.forecast.run.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.adoption.Drop;
import org.kvartal.forecast.adoption.DropWatch;
import org.kvartal.forecast.adoption.PersonDays;
import org.kvartal.forecast.adoption.Presence;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.Share;
import org.kvartal.forecast.tables.AdoptionTables;

/** Whether use has dropped in a unit, and how long after a training it drops. */
final class UnitRows {
    private static final double LEVEL = 0.95;
    private static final double TRAINED_TOGETHER = 1.0 / 3;
    private static final double RECOVERED = 0.8;
    private static final int RECENT = 20;
    private static final int SILENT_DAYS = 5;
    private static final int WATCHED_DAYS = 250;

    private final Following following;
    private final int last;

    UnitRows(Following following) {
        this.following = following;
        this.last = following.working().count();
    }

    /** What a watch found in a unit. */
    private record Finding(
            String state,
            double usual,
            double recent,
            @Nullable Drop drop,
            String reason) {}

    Stream<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        SortedMap<String, List<String>> units = following.units();
        Map<String, Long> sizes = units.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                (long) entry.getValue().size()));
        boolean isSmall = following.judgements().size() < following.settings().minimumGroup();
        Set<String> hidden = isSmall ? units.keySet() : following.hidden(sizes);
        new ProgrammeRows(following).rows().forEach(rows::add);
        units.forEach(
                (team, persons) -> rows.add(hidden.contains(team) ? hidden("team", team) : row("team", team, persons)));
        if (!units.isEmpty()) {
            rows.add(
                    isSmall
                            ? hidden("total", "")
                            : row(
                                    "total",
                                    "",
                                    List.copyOf(following.judgements().keySet())));
        }
        return rows.stream();
    }

    private @Nullable Object[] hidden(String scope, String team) {
        return hidden(scope, team.isEmpty() ? null : team, null);
    }

    static @Nullable Object[] hidden(String scope, @Nullable String team, @Nullable String programme) {
        List<String> columns = AdoptionTables.UNITS.columnNames();
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        row[columns.indexOf("scope")] = scope;
        row[columns.indexOf("team_id")] = team;
        row[columns.indexOf("programme")] = programme;
        row[columns.indexOf("state")] = "hidden";
        row[columns.indexOf("reason")] = "Too few persons, or they could be had by subtraction from all.";
        return row;
    }

    private @Nullable Object[] row(String scope, String team, List<String> ids) {
        List<PersonDays> days = ids.stream().map(following.days()::get).toList();
        Finding finding = finding(days, starts(ids));
        @Nullable Drop drop = finding.drop();
        @Nullable Estimate change = drop == null ? null : drop.change(LEVEL);
        long dropped = ids.stream()
                .filter(id -> following.judgements().get(id).state().asksForATalk())
                .count();
        return new @Nullable Object[] {
            scope,
            team.isEmpty() ? null : team,
            null,
            (long) ids.size(),
            finding.state(),
            finite(finding.usual()),
            finite(finding.recent()),
            drop == null ? null : following.working().date(drop.since()),
            null,
            drop == null ? null : following.working().date(drop.alarm()),
            change == null ? null : finite(change.value()),
            change == null ? null : finite(change.low()),
            change == null ? null : finite(change.high()),
            dropped,
            null,
            null,
            null,
            finding.reason()
        };
    }

    private Finding finding(List<PersonDays> persons, SortedSet<Integer> starts) {
        int silentFrom = silentFrom(persons);
        if (last - silentFrom >= SILENT_DAYS) {
            return new Finding(
                    "silent",
                    Double.NaN,
                    Double.NaN,
                    null,
                    "No trace of anyone since %s.".formatted(following.working().date(silentFrom)));
        }
        List<Drop> drops = DropWatch.standard().watch(persons, starts);
        double recent = share(persons, Math.max(0, last - RECENT), last).value();
        int start = Math.max(last - WATCHED_DAYS, starts.isEmpty() ? 0 : starts.last());
        @Nullable Drop drop = drops.isEmpty() ? null : drops.get(drops.size() - 1);
        if (drop == null
                || drop.since() < start
                || recent >= RECOVERED * drop.before().value()) {
            return new Finding("steady", recent, Double.NaN, null, "No drop beyond chance.");
        }
        Share now = share(persons, drop.since(), last);
        return new Finding(
                "dropped",
                drop.before().value(),
                now.value(),
                new Drop(drop.since(), drop.alarm(), drop.before(), now),
                "Fewer days with use than before, beyond chance; see who in adoption_people.");
    }

    /** The first of the working days, up to the last, on which nobody who was to be there left a trace. */
    private int silentFrom(List<PersonDays> persons) {
        int day = last;
        while (day > 0 && isSilent(persons, day - 1)) {
            day--;
        }
        return day;
    }

    private static boolean isSilent(List<PersonDays> persons, int day) {
        return persons.stream()
                        .noneMatch(person -> person.on(day) == Presence.SEEN || person.on(day) == Presence.ACTIVE)
                && persons.stream().anyMatch(person -> person.on(day) == Presence.SILENT);
    }

    /** Days after which so many were trained that another level is usual. */
    private SortedSet<Integer> starts(List<String> ids) {
        Map<Integer, Long> trained = ids.stream()
                .flatMap(id -> following.starts(id).stream())
                .collect(Collectors.groupingBy(start -> start, TreeMap::new, Collectors.counting()));
        return trained.entrySet().stream()
                .filter(entry -> entry.getValue() >= TRAINED_TOGETHER * ids.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Share share(List<PersonDays> persons, int from, int to) {
        int active =
                persons.stream().mapToInt(person -> person.active(from, to)).sum();
        int counted =
                persons.stream().mapToInt(person -> person.counted(from, to)).sum();
        return new Share(active, Math.max(1, counted));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
