package org.kvartal.forecast.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How the days of the calendar differ: product of one factor for each effect, as day of the week and end of the month.
 * <pre>
 *   expected(day)  = level * product over effects e of factor[e][class of the day]
 *   factor[e][c]  *= (observed(c) + prior) / (expected(c) + prior)              in turn, until they settle
 * </pre>
 * Counts by day; the prior is a number of events that speak for no difference. This is Poisson regression by
 * proportional fitting: Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, section 3.5.
 */
public final class CalendarProfile {
    private static final double PRIOR_EVENTS = 5;
    private static final int ROUNDS = 20;

    private final List<ToIntFunction<LocalDate>> effects;
    private final List<Map<Integer, Double>> factors = new ArrayList<>();

    private CalendarProfile(List<ToIntFunction<LocalDate>> effects) {
        this.effects = List.copyOf(effects);
        effects.forEach(effect -> factors.add(new HashMap<>()));
    }

    /**
     * @param first the first day counted
     * @param counts day by day
     * @param effects each gives the class of a day
     */
    public static CalendarProfile fit(LocalDate first, double[] counts, List<ToIntFunction<LocalDate>> effects) {
        CalendarProfile profile = new CalendarProfile(effects);
        for (int round = 0; round < ROUNDS; round++) {
            for (int effect = 0; effect < effects.size(); effect++) {
                profile.refit(effect, first, counts);
            }
        }
        return profile;
    }

    private void refit(int effect, LocalDate first, double[] counts) {
        double observed = 0;
        double weight = 0;
        for (int day = 0; day < counts.length; day++) {
            observed += counts[day];
            weight += factor(first.plusDays(day));
        }
        double level = weight > 0 ? observed / weight : 0;
        Map<Integer, double[]> sums = new HashMap<>();
        for (int day = 0; day < counts.length; day++) {
            LocalDate date = first.plusDays(day);
            double[] sum = sums.computeIfAbsent(effects.get(effect).applyAsInt(date), c -> new double[2]);
            sum[0] += counts[day];
            sum[1] += level * factor(date);
        }
        sums.forEach((c, sum) -> factors.get(effect)
                .merge(c, (sum[0] + PRIOR_EVENTS) / (sum[1] + PRIOR_EVENTS), (old, change) -> old * change));
    }

    /** How much more is expected of a day than of an average one. */
    public double factor(LocalDate day) {
        double factor = 1;
        for (int effect = 0; effect < effects.size(); effect++) {
            factor *= factors.get(effect).getOrDefault(effects.get(effect).applyAsInt(day), 1.0);
        }
        return factor;
    }
}
