package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kvartal.forecast.regression.LogisticFit;
import org.kvartal.forecast.regression.LogisticRegression;

/**
 * What goes with winning a deal, all else equal.
 *
 * <pre>
 *   P(won) = L(b0 + sum b x)            L(z) = 1 / (1 + e^-z)
 *   effect = b mean of P (1 - P)        change of the chance by one unit of x, at the average slope
 * </pre>
 *
 * Categories stand as one column for each member but the most frequent. A column with fewer than 20 deals on either side is
 * left out: members of a category then count as the most frequent one; so is, last first, what goes beyond ten deals won and ten lost
 * for each column. A number that is not known of a deal is put at the mean of those of which it is, so that it says nothing.
 * Intervals are those of the coefficients times the slope. Source: Peduzzi and others (1996), Journal of Clinical
 * Epidemiology 49 (ten events for each column); Wooldridge (2010), section 15.6 (effects at the average slope).
 */
public final class WinDrivers {
    private static final int FEWEST_ON_A_SIDE = 20;
    private static final int FEWEST_A_COLUMN = 10;
    private static final double NORMAL = 1.959963984540054;

    private final int[] outcomes;
    private final List<Column> columns = new ArrayList<>();

    /** A column of the regression, with how many deals it speaks of. */
    private record Column(String factor, String member, String unit, List<Double> values, int deals) {}

    /** @param outcomes 1 of a deal won, 0 of one lost */
    public WinDrivers(int[] outcomes) {
        this.outcomes = outcomes.clone();
    }

    /**
     * Adds a number, as the price gap.
     *
     * @param values one per deal, {@code NaN} where it is not known
     */
    public WinDrivers number(String factor, String unit, double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        boolean isVarying = Arrays.stream(known).distinct().count() > 1;
        if (known.length >= FEWEST_ON_A_SIDE && isVarying) {
            List<Double> filled = Arrays.stream(values)
                    .map(value -> Double.isFinite(value) ? value : mean)
                    .boxed()
                    .toList();
            columns.add(new Column(factor, "", unit, filled, known.length));
        }
        return this;
    }

    /** Adds what holds of a deal or does not: 1 or 0. */
    public WinDrivers flag(String factor, String unit, int[] values) {
        return indicator(factor, "", unit, values);
    }

    private WinDrivers indicator(String factor, String member, String unit, int[] values) {
        int held = Arrays.stream(values).sum();
        if (Math.min(held, values.length - held) >= FEWEST_ON_A_SIDE) {
            List<Double> column =
                    Arrays.stream(values).mapToObj(value -> (double) value).toList();
            columns.add(new Column(factor, member, unit, column, held));
        }
        return this;
    }

    /** Adds a category; members are compared with the most frequent one. */
    public WinDrivers category(String factor, List<String> members) {
        Map<String, Integer> counts = new TreeMap<>();
        members.forEach(member -> counts.merge(member, 1, Integer::sum));
        List<String> byCount = counts.keySet().stream()
                .sorted(Comparator.comparing((String member) -> -counts.getOrDefault(member, 0)))
                .toList();
        byCount.stream()
                .skip(1)
                .forEach(member -> indicator(
                        factor,
                        member,
                        "compared with " + byCount.get(0),
                        members.stream()
                                .mapToInt(one -> one.equals(member) ? 1 : 0)
                                .toArray()));
        return this;
    }

    /** The most certain first; none when deals are too few, or when a column parts won from lost. */
    public List<WinDriver> rank() {
        int won = Arrays.stream(outcomes).sum();
        int most = Math.min(won, outcomes.length - won) / FEWEST_A_COLUMN;
        List<Column> used = columns.subList(0, Math.min(most, columns.size()));
        if (used.isEmpty()) {
            return List.of();
        }
        double[][] rows = IntStream.range(0, outcomes.length)
                .mapToObj(deal -> used.stream()
                        .mapToDouble(column -> column.values().get(deal))
                        .toArray())
                .toArray(double[][]::new);
        List<String> names = used.stream()
                .map(column -> column.factor() + " " + column.member())
                .toList();
        return LogisticRegression.fit(names, rows, outcomes) instanceof LogisticFit.Estimated fit
                ? drivers(used, fit, rows)
                : List.of();
    }

    private static List<WinDriver> drivers(List<Column> used, LogisticFit.Estimated fit, double[][] rows) {
        double slope = Arrays.stream(rows)
                .mapToDouble(fit::probability)
                .map(p -> p * (1 - p))
                .average()
                .orElse(0);
        return IntStream.range(0, used.size())
                .mapToObj(k -> driver(used.get(k), fit.coefficient(k + 1), fit.standardError(k + 1), slope))
                .sorted(Comparator.comparing(driver -> -Math.abs(driver.logOdds() / driver.standardError())))
                .toList();
    }

    private static WinDriver driver(Column column, double b, double error, double slope) {
        return new WinDriver(
                column.factor(),
                column.member(),
                b * slope,
                (b - NORMAL * error) * slope,
                (b + NORMAL * error) * slope,
                b,
                error,
                column.unit(),
                column.deals());
    }
}
