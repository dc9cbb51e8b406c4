package org.kvartal.forecast.run;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.survival.AalenJohansen;
import org.kvartal.forecast.survival.IntervalScale;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.QuantileTime;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.lake.LakeRow;

/**
 * How long the requests of a group took on one clock, and the rows of {@code forecast.request_survival} that follow.
 *
 * @param lengths requests of the same length and end, counted
 */
record RequestDurations(Key key, List<Length> lengths) {
    /** Fewer say nothing about a quantile. */
    static final int FEWEST = 20;

    private static final double LEVEL = 0.95;
    private static final String ANY = "any";

    /** Of whom, and on which clock. */
    record Key(String grouping, String member, String clock, String unit) {
        static final Comparator<Key> IN_ORDER = Comparator.comparing(Key::grouping)
                .thenComparing(Key::member)
                .thenComparing(Key::clock)
                .thenComparing(Key::unit);
    }

    /**
     * Requests alike.
     *
     * @param ending how they ended; empty while they go on
     */
    record Length(double hours, String ending, long count) {
        Observation observation() {
            Observation one = ending.isEmpty() ? Observation.censored(hours) : Observation.ended(hours, ending);
            return one.times(count);
        }
    }

    List<Observation> observations() {
        return lengths.stream().map(Length::observation).toList();
    }

    /** One for any end, and one for each way of ending that occurs. */
    Stream<Object[]> rows() {
        TreeSet<String> endings = new TreeSet<>();
        lengths.stream().map(Length::ending).filter(ending -> !ending.isEmpty()).forEach(endings::add);
        List<Observation> all = observations();
        return Stream.concat(Stream.of(ANY), endings.stream()).map(ending -> row(ending, all));
    }

    private Object[] row(String ending, List<Observation> all) {
        LakeRow row = new LakeRow(ServiceTables.REQUEST_SURVIVAL);
        row.with("grouping", key.grouping());
        row.with("member", key.member());
        row.with("clock", key.clock());
        row.with("unit", key.unit());
        row.with("ending", ending);
        List<Length> ended =
                lengths.stream().filter(length -> isSo(length, ending)).toList();
        long count = lengths.stream().mapToLong(Length::count).sum();
        long endedCount = ended.stream().mapToLong(Length::count).sum();
        row.with("request_count", count);
        row.with("ended_count", endedCount);
        row.with(
                "open_count",
                lengths.stream()
                        .filter(length -> length.ending().isEmpty())
                        .mapToLong(Length::count)
                        .sum());
        if (endedCount < FEWEST) {
            row.with("note", "fewer than %d requests ended so".formatted(FEWEST));
        } else {
            putEstimates(row, ending, all, ended);
        }
        return row.values();
    }

    private static boolean isSo(Length length, String ending) {
        return ending.equals(ANY) ? !length.ending().isEmpty() : length.ending().equals(ending);
    }

    private static void putEstimates(LakeRow row, String ending, List<Observation> all, List<Length> ended) {
        QuantileTime median;
        QuantileTime p90;
        double share;
        if (ending.equals(ANY)) {
            KaplanMeier curve = KaplanMeier.of(all);
            median = curve.quantile(0.5, LEVEL, IntervalScale.LOG_LOG);
            p90 = curve.quantile(0.9, LEVEL, IntervalScale.LOG_LOG);
            share = 1 - curve.survival(Double.MAX_VALUE);
        } else {
            AalenJohansen curve = AalenJohansen.of(all, ending);
            median = curve.quantile(0.5, LEVEL);
            p90 = curve.quantile(0.9, LEVEL);
            share = curve.incidence(Double.MAX_VALUE);
        }
        row.with("ended_share", share);
        put(row, "median", median);
        put(row, "p90", p90);
        KaplanMeier naive =
                KaplanMeier.of(ended.stream().map(Length::observation).toList());
        row.with(
                "naive_median",
                reached(naive.quantile(0.5, LEVEL, IntervalScale.LOG_LOG).time()));
        row.with(
                "naive_p90",
                reached(naive.quantile(0.9, LEVEL, IntervalScale.LOG_LOG).time()));
        row.with(
                "note",
                p90.isReached()
                        ? null
                        : "not reached: fewer than %d %% end so".formatted(median.isReached() ? 90 : 50));
    }

    private static void put(LakeRow row, String column, QuantileTime quantile) {
        row.with(column, reached(quantile.time()));
        row.with(column + "_low", reached(quantile.low()));
        row.with(column + "_high", reached(quantile.high()));
    }

    private static @Nullable Double reached(double hours) {
        return hours < QuantileTime.NOT_REACHED ? hours : null;
    }
}
