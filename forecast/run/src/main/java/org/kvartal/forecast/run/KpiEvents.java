package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.anomaly.KpiKey;
import org.kvartal.forecast.anomaly.KpiSeries;

/** What happened day by day, in total and by region, product and owner; see {@code series/kpi_events.sql}. */
final class KpiEvents {
    /** What is added up of the events of a day. */
    enum Measure {
        EVENTS,
        PRICED,
        AMOUNT,
        SQUARE
    }

    private static final String HOUR = "hour";
    private static final int HOURS = 24;

    private final LocalDate asOf;
    private final Map<Unit, NavigableMap<LocalDate, double[]>> days = new TreeMap<>(
            Comparator.comparing(Unit::event).thenComparing(Unit::scope).thenComparing(Unit::member));

    private record Unit(String event, String scope, String member) {}

    KpiEvents(LocalDate asOf, List<Row> rows) {
        this.asOf = asOf;
        for (Row row : rows) {
            Unit unit = new Unit(row.getAs("event"), row.getAs("scope"), row.getAs("member"));
            days.computeIfAbsent(unit, ignored -> new TreeMap<>()).put(row.getAs("day"), new double[] {
                row.<Long>getAs("event_count"),
                row.<Long>getAs("priced_count"),
                row.getAs("amount"),
                row.getAs("square")
            });
        }
    }

    boolean has(String event) {
        return days.containsKey(new Unit(event, KpiKey.TOTAL, ""));
    }

    /** The members of a dimension of which there was any event, in the order of their names. */
    List<String> members(String event, String scope) {
        return days.keySet().stream()
                .filter(unit -> unit.event().equals(event) && unit.scope().equals(scope))
                .map(Unit::member)
                .toList();
    }

    /** A figure in total and by member, each from its first event on. */
    List<KpiSeries> series(Figure figure) {
        List<KpiSeries> all = new ArrayList<>();
        all.add(series(figure, KpiKey.total(figure.kpi())));
        for (String scope : Figure.DIMENSIONS) {
            Set<String> members = new TreeSet<>(members(figure.event(), scope));
            if (figure == Figure.WIN_RATE) {
                members.addAll(members("lost", scope));
            }
            members.remove("");
            members.forEach(member -> all.add(series(figure, new KpiKey(figure.kpi(), scope, member))));
        }
        return all;
    }

    private KpiSeries series(Figure figure, KpiKey key) {
        NavigableMap<LocalDate, double[]> own = of(figure.event(), key.scope(), key.member());
        if (figure == Figure.WIN_RATE) {
            NavigableMap<LocalDate, double[]> lost = of("lost", key.scope(), key.member());
            LocalDate first = first(own).isBefore(first(lost)) ? first(own) : first(lost);
            double[] won = daily(own, first, Measure.EVENTS);
            double[] closed = daily(lost, first, Measure.EVENTS);
            for (int day = 0; day < closed.length; day++) {
                closed[day] += won[day];
            }
            return KpiSeries.shares(key, first, won, closed);
        }
        LocalDate first = first(own);
        return figure.isAmount()
                ? KpiSeries.amounts(
                        key,
                        first,
                        daily(own, first, Measure.PRICED),
                        daily(own, first, Measure.AMOUNT),
                        daily(own, first, Measure.SQUARE))
                : KpiSeries.counts(key, first, daily(own, first, Measure.EVENTS));
    }

    private NavigableMap<LocalDate, double[]> of(String event, String scope, String member) {
        return days.getOrDefault(new Unit(event, scope, member), new TreeMap<>());
    }

    private LocalDate first(NavigableMap<LocalDate, double[]> events) {
        return events.isEmpty() ? asOf : events.firstKey();
    }

    private double[] daily(NavigableMap<LocalDate, double[]> events, LocalDate first, Measure measure) {
        double[] values = new double[(int) ChronoUnit.DAYS.between(first, asOf) + 1];
        events.forEach((day, sums) -> values[(int) ChronoUnit.DAYS.between(first, day)] = sums[measure.ordinal()]);
        return values;
    }

    /** The sum over some days, both ends included. */
    double sum(String event, String scope, String member, Measure measure, LocalDate from, LocalDate to) {
        return of(event, scope, member).subMap(from, true, to, true).values().stream()
                .mapToDouble(sums -> sums[measure.ordinal()])
                .sum();
    }

    /** How many events there were at each hour of the day. */
    double[] byHour(String event) {
        double[] hours = new double[HOURS];
        for (String hour : members(event, HOUR)) {
            hours[Integer.parseInt(hour)] = sum(event, HOUR, hour, Measure.EVENTS, LocalDate.MIN, asOf);
        }
        return hours;
    }

    /** The hour of the last event of a day, -1 when it has none. */
    int lastHour(String event, LocalDate day) {
        return members(event, HOUR).stream()
                .filter(hour -> of(event, HOUR, hour).containsKey(day))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(-1);
    }
}
