package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Distribution of a sum of independent amounts, by discrete Fourier transform on a grid.
 * <pre>
 *   f(w) = prod over deals i of (1 - p_i + p_i * a_i(w)) * exp(r * (b(w) - 1))
 * </pre>
 * a_i, b: transforms of what deal i and a new deal bring; p_i: win probability; r: expected new wins. The transform of
 * a sum is the product of the transforms, so the convolution is exact but for rounding. Beyond the 1,000 deals of most
 * variance, the small ones join the Poisson term: their mean stays and their variance is a little too large, on the
 * safe side (Le Cam, Pacific Journal of Mathematics 10, 1960).
 */
final class BookingsTransform {
    private static final int MAX_EXACT_DEALS = 1000;
    /** So little that the gamma mixture is Poisson. */
    private static final double MIN_EXCESS = 1e-9;

    private final AmountGrid grid;
    private final Map<AmountDistribution, double[][]> known = new HashMap<>();
    private final FastFourierTransformer fourier = new FastFourierTransformer(DftNormalization.STANDARD);

    BookingsTransform(AmountGrid grid) {
        this.grid = grid;
    }

    /** Probability of each cell of the grid when one of the scenarios, all equally likely, comes true. */
    double[] mixture(List<Scenario> scenarios) {
        int half = grid.size() / 2 + 1;
        double[] re = new double[half];
        double[] im = new double[half];
        for (Scenario scenario : scenarios) {
            double[][] transformed = transform(scenario, half);
            for (int w = 0; w < half; w++) {
                re[w] += transformed[0][w] / scenarios.size();
                im[w] += transformed[1][w] / scenarios.size();
            }
        }
        return backwards(re, im);
    }

    private double[][] transform(Scenario scenario, int half) {
        double least = leastExactVariance(scenario.stakes());
        long room = MAX_EXACT_DEALS
                - scenario.stakes().stream()
                        .filter(stake -> stake.variance() > least)
                        .count();
        List<Stake> exact = new ArrayList<>();
        List<Stake> small = new ArrayList<>();
        for (Stake stake : scenario.stakes()) {
            boolean isEqual = stake.variance() == least;
            (stake.variance() > least || isEqual && room-- > 0 ? exact : small).add(stake);
        }
        double[][] product = compound(scenario, small, half);
        for (Stake stake : exact) {
            multiply(product, stake.winProbability(), known.computeIfAbsent(stake.amount(), this::transform));
        }
        return product;
    }

    /** The smallest variance of a deal that is not small; of equal ones the first count. Sorting numbers is far quicker than sorting deals. */
    private static double leastExactVariance(List<Stake> stakes) {
        if (stakes.size() <= MAX_EXACT_DEALS) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] variances =
                stakes.stream().mapToDouble(Stake::variance).sorted().toArray();
        return variances[variances.length - MAX_EXACT_DEALS];
    }

    /**
     * The transform of the new deals, (1 - e r (b(w) - 1))^(-1/e) with e their excess or exp(r (b(w) - 1)) without any,
     * times that of the small open ones, exp(r (b(w) - 1)).
     */
    private double[][] compound(Scenario scenario, List<Stake> small, int half) {
        double[] newMass = new double[grid.size()];
        grid.spread(scenario.newAmount(), scenario.newWins(), newMass);
        double[][] newIntensity = forwards(newMass, half);
        double wins = 0;
        double[] mass = new double[grid.size()];
        for (Stake stake : small) {
            wins += stake.winProbability();
            grid.spread(stake.amount(), stake.winProbability(), mass);
        }
        double[][] intensity = small.isEmpty() ? new double[2][half] : forwards(mass, half);
        double[][] result = new double[2][half];
        double excess = Math.max(MIN_EXCESS, scenario.newExcess());
        for (int w = 0; w < half; w++) {
            double re = 1 - excess * (newIntensity[0][w] - scenario.newWins());
            double im = -excess * newIntensity[1][w];
            double size = Math.exp(intensity[0][w] - wins - Math.log(Math.hypot(re, im)) / excess);
            double angle = intensity[1][w] - Math.atan2(im, re) / excess;
            result[0][w] = size * Math.cos(angle);
            result[1][w] = size * Math.sin(angle);
        }
        return result;
    }

    private static void multiply(double[][] product, double p, double[][] amount) {
        for (int w = 0; w < product[0].length; w++) {
            double re = 1 - p + p * amount[0][w];
            double im = p * amount[1][w];
            double before = product[0][w];
            product[0][w] = before * re - product[1][w] * im;
            product[1][w] = before * im + product[1][w] * re;
        }
    }

    private double[][] transform(AmountDistribution amount) {
        double[] cells = new double[grid.size()];
        grid.spread(amount, 1, cells);
        return forwards(cells, grid.size() / 2 + 1);
    }

    private double[][] forwards(double[] cells, int half) {
        Complex[] transformed = fourier.transform(cells, TransformType.FORWARD);
        double[][] result = new double[2][half];
        for (int w = 0; w < half; w++) {
            result[0][w] = transformed[w].getReal();
            result[1][w] = transformed[w].getImaginary();
        }
        return result;
    }

    /** The second half of the transform of real numbers mirrors the first. */
    private double[] backwards(double[] re, double[] im) {
        Complex[] all = new Complex[grid.size()];
        for (int w = 0; w < grid.size(); w++) {
            int mirrored = grid.size() - w;
            all[w] = w < re.length ? new Complex(re[w], im[w]) : new Complex(re[mirrored], -im[mirrored]);
        }
        Complex[] cells = fourier.transform(all, TransformType.INVERSE);
        double[] probabilities = new double[grid.size()];
        for (int cell = 0; cell < cells.length; cell++) {
            probabilities[cell] = Math.max(0, cells[cell].getReal());
        }
        return probabilities;
    }
}
