package org.kvartal.forecast.timeseries.cleaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Gaps;

/**
 * A series without gaps and outliers, and what was done to it.
 *
 * <p>A value is an outlier if {@link Outliers} finds it as it stands and, where all values are positive, on logarithms
 * too: what only one scale finds strange is growth or season that the other explains. Then the rest is searched once more.
 * Outliers and gaps get the line between their neighbours without season, plus their season. Series with zeros in more
 * than a tenth of their values, and those of fewer than 12 observed values or 4 seasons, are not searched: on the ends of
 * the training series of M1, M3 and M4 a search there cost accuracy, where elsewhere it gained.
 *
 * @param series the series to work with
 * @param replacements in the order of time
 * @param shifts changes of level that stayed; the series keeps them
 */
public record Cleaned(TimeSeries series, List<Replacement> replacements, List<LevelShift> shifts) {
    private static final int FEW = 12;
    private static final int SEASONS_NEEDED = 4;
    private static final double MOST_ZEROS = 0.1;
    private static final double FAR_OUT = 3;
    private static final int ROUNDS = 2;

    /** Cleans a series; at least one value must be observed. */
    public static Cleaned of(TimeSeries history) {
        return of(history, FAR_OUT);
    }

    /** Cleans a series of values farther out than so many quartile ranges. */
    public static Cleaned of(TimeSeries history, double farOut) {
        double[] filled = Gaps.filled(history);
        if (!isSearched(history)) {
            return declared(history, filled, List.of());
        }
        boolean[] marked = new boolean[filled.length];
        double[] bridged = filled;
        Outliers plain = new Outliers(filled, history.season(), farOut);
        for (int round = 0; round < ROUNDS && plain.hasAny(); round++) {
            bridged = bridged(plain, bridged, filled, history, marked, farOut);
            plain = new Outliers(bridged, history.season(), farOut);
        }
        return declared(history, bridged, LevelShifts.of(plain.withoutSeason()));
    }

    private static boolean isSearched(TimeSeries history) {
        int zeros = 0;
        for (double value : history.observed()) {
            zeros += value == 0 ? 1 : 0;
        }
        return history.observedCount() >= Math.max(FEW, SEASONS_NEEDED * history.season())
                && zeros <= MOST_ZEROS * history.observedCount();
    }

    private static double[] bridged(
            Outliers plain, double[] current, double[] original, TimeSeries history, boolean[] marked, double farOut) {
        boolean positive = Arrays.stream(original).allMatch(value -> value > 0);
        Outliers last = positive
                ? new Outliers(Arrays.stream(current).map(Math::log).toArray(), history.season(), farOut)
                : plain;
        for (int t = 0; t < marked.length; t++) {
            marked[t] |= plain.isOutlier(t) && last.isOutlier(t);
        }
        boolean[] open = marked.clone();
        for (int t = 0; t < open.length; t++) {
            open[t] |= Double.isNaN(history.value(t));
        }
        double[] bridged = last.bridged(open);
        for (int t = 0; t < bridged.length; t++) {
            bridged[t] = !open[t] ? original[t] : last == plain ? bridged[t] : Math.exp(bridged[t]);
        }
        return bridged;
    }

    private static Cleaned declared(TimeSeries history, double[] values, List<LevelShift> shifts) {
        List<Replacement> replacements = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            double old = history.value(t);
            if (Double.isNaN(old)) {
                replacements.add(new Replacement(t, old, values[t], Replacement.Kind.MISSING));
            } else if (old != values[t]) {
                replacements.add(new Replacement(t, old, values[t], Replacement.Kind.OUTLIER));
            }
        }
        return new Cleaned(history.withValues(values), List.copyOf(replacements), shifts);
    }

    /** The number of values replaced for a reason. */
    public int count(Replacement.Kind kind) {
        return (int) replacements.stream()
                .filter(replacement -> replacement.kind() == kind)
                .count();
    }

    /** What was done, as {@code 2 outliers replaced, 1 level shift}; empty if nothing. */
    public String describe() {
        List<String> parts = new ArrayList<>();
        add(parts, count(Replacement.Kind.OUTLIER), "outlier", " replaced");
        add(parts, count(Replacement.Kind.MISSING), "gap", " filled");
        add(parts, shifts.size(), "level shift", "");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String what, String done) {
        if (count > 0) {
            parts.add("%d %s%s%s".formatted(count, what, count == 1 ? "" : "s", done));
        }
    }
}
