package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.OrderStatistics;

/**
 * A model of repeat purchase against what came after it was fitted, and against two rules that need no model.
 *
 * <pre>
 *   same as before:  as many purchases as in the time of the same length before the holdout
 *   silent is gone:  none of who has been silent for more than two of his median gaps, else x / T times the holdout
 * </pre>
 *
 * The rule of silence takes the median of all customers where one has no gap of his own.
 */
public final class HoldoutCheck {
    private static final int MOST_SHOWN = 7;

    private final List<Case> cases;

    /**
     * A customer of the calibration.
     *
     * @param history up to the end of the calibration
     * @param medianGap median of the customer's gaps; of all gaps where there is none
     * @param before purchases after the first one in the last part of the calibration, as long as the holdout
     * @param actual purchases in the holdout
     * @param expected by the model
     */
    public record Case(PurchaseHistory history, double medianGap, int before, int actual, double expected) {
        double bySilence(double holdout) {
            boolean isGone = history.age() - history.recency() > 2 * medianGap;
            return isGone || history.age() == 0 ? 0 : history.repeats() / history.age() * holdout;
        }
    }

    /** @param actual and expected: purchases of a customer on average, or the mean absolute error beside nothing */
    public record Line(String check, String group, int customers, double actual, double expected) {}

    public HoldoutCheck(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    /**
     * @param customers the times of each one's purchases up to {@code until}, ascending, in the unit of the model; who
     *     came after the calibration is left out
     * @param calibrated end of the calibration
     */
    public static HoldoutCheck of(
            RepeatPurchaseModel model, List<double[]> customers, double calibrated, double until) {
        List<double[]> known = customers.stream()
                .filter(times -> times.length > 0 && times[0] <= calibrated)
                .toList();
        double[] gaps =
                known.stream().flatMapToDouble(times -> gaps(times, calibrated)).toArray();
        double usual = gaps.length == 0 ? Double.POSITIVE_INFINITY : OrderStatistics.median(gaps);
        Map<PurchaseHistory, Double> expected = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        for (double[] times : known) {
            PurchaseHistory history = PurchaseHistory.of(times, calibrated);
            double[] own = gaps(times, calibrated).toArray();
            int before = (int) Arrays.stream(times)
                    .skip(1)
                    .filter(time -> time <= calibrated && time > 2 * calibrated - until)
                    .count();
            int actual = (int) Arrays.stream(times)
                    .filter(time -> time > calibrated && time <= until)
                    .count();
            cases.add(new Case(
                    history,
                    own.length == 0 ? usual : OrderStatistics.median(own),
                    before,
                    actual,
                    expected.computeIfAbsent(history, one -> model.expectedPurchases(one, until - calibrated))));
        }
        return new HoldoutCheck(cases);
    }

    private static DoubleStream gaps(double[] times, double calibrated) {
        return IntStream.range(1, times.length)
                .filter(i -> times[i] <= calibrated)
                .mapToDouble(i -> times[i] - times[i - 1]);
    }

    /** What came and what was expected by the number of purchases before, then in total, then by tenth of the expected. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int x = 0; x <= MOST_SHOWN; x++) {
            int repeats = x;
            List<Case> those = cases.stream()
                    .filter(one -> Math.min(MOST_SHOWN, one.history().repeats()) == repeats)
                    .toList();
            if (!those.isEmpty()) {
                lines.add(line("by purchases before", x == MOST_SHOWN ? x + " and more" : String.valueOf(x), those));
            }
        }
        List<Case> sorted = cases.stream()
                .sorted(Comparator.comparingDouble(Case::expected).reversed())
                .toList();
        for (int tenth = 0; tenth < 10; tenth++) {
            List<Case> those = sorted.subList(sorted.size() * tenth / 10, sorted.size() * (tenth + 1) / 10);
            if (!those.isEmpty()) {
                lines.add(line("by tenth of expected", String.valueOf(tenth + 1), those));
            }
        }
        lines.add(line("all", "all", cases));
        return lines;
    }

    private static Line line(String check, String group, List<Case> those) {
        return new Line(check, group, those.size(), mean(those, Case::actual), mean(those, Case::expected));
    }

    private static double mean(List<Case> cases, ToDoubleFunction<Case> value) {
        return cases.stream().mapToDouble(value).average().orElse(0);
    }

    /** Mean absolute error of the model. */
    public double modelError() {
        return mean(cases, one -> Math.abs(one.expected() - one.actual()));
    }

    /** Mean absolute error of who says: as before. */
    public double sameError() {
        return mean(cases, one -> Math.abs(one.before() - one.actual()));
    }

    /** Mean absolute error of who says: silent is gone. */
    public double silenceError(double holdout) {
        return mean(cases, one -> Math.abs(one.bySilence(holdout) - one.actual()));
    }
}
