package org.kvartal.forecast.pipeline;

import java.util.List;

/**
 * Probability distribution of bookings on a grid of amounts.
 * <pre>
 *   X = offset + sum of A_i * B_i + new business,  B_i = 1 with probability p_i
 *   quantile(q) = smallest amount x of the grid with P(X &lt;= x) &gt;= q
 * </pre>
 * Amounts are in the project's currency. Deals are independent within a scenario, and a shared quarter shock is a
 * mixture of scenarios. Source of the sum: Hong, On computing the distribution function for the Poisson binomial
 * distribution, Computational Statistics and Data Analysis 59, 2013, section 2.
 */
public final class BookingsDistribution {
    private final double offset;
    private final double step;
    private final double[] probabilities;

    private BookingsDistribution(double offset, double step, double[] probabilities) {
        this.offset = offset;
        this.step = step;
        this.probabilities = probabilities;
    }

    /** Bookings when one of the scenarios, all equally likely, comes true. */
    static BookingsDistribution mixture(List<Scenario> scenarios) {
        AmountGrid grid = AmountGrid.covering(scenarios);
        return new BookingsDistribution(0, grid.step(), new BookingsTransform(grid).mixture(scenarios));
    }

    /** A forecast that admits no doubt, as baselines make. */
    static BookingsDistribution certain(double amount) {
        return new BookingsDistribution(amount, 1, new double[] {1});
    }

    /** These bookings and a certain amount more. */
    public BookingsDistribution plus(double amount) {
        return new BookingsDistribution(offset + amount, step, probabilities);
    }

    public double mean() {
        double sum = 0;
        for (int cell = 0; cell < probabilities.length; cell++) {
            sum += cell * probabilities[cell];
        }
        return offset + step * sum;
    }

    public double standardDeviation() {
        double mean = (mean() - offset) / step;
        double sum = 0;
        for (int cell = 0; cell < probabilities.length; cell++) {
            sum += (cell - mean) * (cell - mean) * probabilities[cell];
        }
        return step * Math.sqrt(sum);
    }

    /** The smallest amount that bookings stay at or below with at least this probability. */
    public double quantile(double probability) {
        double sum = 0;
        int last = 0;
        for (int cell = 0; cell < probabilities.length && sum < probability; cell++) {
            sum += probabilities[cell];
            last = cell;
        }
        return offset + step * last;
    }

    /** P(bookings >= target). A target that falls on a cell but for rounding counts as reached there. */
    public double atLeast(double target) {
        double first = Math.ceil((target - offset) / step - 1e-9);
        double sum = 0;
        for (int cell = (int) Math.max(0, first); cell < probabilities.length; cell++) {
            sum += probabilities[cell];
        }
        return sum;
    }

    /**
     * Probability integral transform of what came: P(X &lt; actual) + P(X = actual) / 2. Uniform when the distribution
     * is right.
     */
    public double rank(double actual) {
        return 1 - (atLeast(actual) + atLeast(actual + step * 1e-6)) / 2;
    }

    /**
     * Continuous ranked probability score of what came: the integral of (F(x) - 1{x >= actual})^2, in the currency.
     * Of a certain amount it is the absolute error. Source: Gneiting and Raftery, Journal of the American Statistical
     * Association 102, 2007, section 4.2.
     */
    public double rankedProbabilityScore(double actual) {
        double below = 0;
        double score = Math.max(0, offset - actual);
        for (int cell = 0; cell < probabilities.length; cell++) {
            below += probabilities[cell];
            double from = offset + step * cell;
            double to = cell + 1 < probabilities.length ? from + step : Math.max(from, actual);
            double middle = Math.min(to, Math.max(from, actual));
            score += (middle - from) * below * below + (to - middle) * (1 - below) * (1 - below);
        }
        return score;
    }
}
