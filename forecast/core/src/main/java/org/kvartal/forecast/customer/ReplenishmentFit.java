package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The gaps of a product, learned from all its customers.
 *
 * <pre>
 *   n gaps y of one customer: ln of days without their quantities, mean m, squares SS around it; c: ln of the running gap
 *   ln L = -(n-1) ln sigma - ln(w)/2 - SS / (2 sigma^2) - n (m - mu)^2 / (2 w)       w = sigma^2 + n tau^2
 *          + sum ln(1 - pi) + ln(pi + (1 - pi) S(c))                                 mu = ln typicalDays
 * </pre>
 *
 * The running gap is censored, not left out: the longest gaps are those that are not over yet. Parameters are drawn to
 * those of all products by a normal density on their logarithms, log odds for pi, so that a product of three customers is
 * much like the others and one of a hundred is itself. Theta comes from all gaps at once, by least squares within customers,
 * from 0 to 1, and is 0 where chance explains it.
 */
public final class ReplenishmentFit {
    private static final double[] START = {60, 0.4, 0.4, 0.4, 0.1};
    private static final double[] VAGUE = {3, 1.5, 1.5, 2, 2};
    private static final double[] NEAR = {0.5, 0.4, 0.4, 0.7, 0.7};
    private static final int FEWEST_GAPS_FOR_QUANTITIES = 30;
    private static final double SURE = 2;

    private final double quantityPower;
    private final ReplenishmentModel typical;

    private ReplenishmentFit(double quantityPower, ReplenishmentModel typical) {
        this.quantityPower = quantityPower;
        this.typical = typical;
    }

    /** @param all customers of all products, at least one with two purchases */
    public static ReplenishmentFit of(Collection<ReplenishmentHistory> all) {
        double power = quantityPower(all);
        double[] start = START.clone();
        start[0] = Math.exp(all.stream()
                .filter(history -> !history.gaps().isEmpty())
                .mapToDouble(history -> history.meanLogGap(power))
                .average()
                .orElseThrow());
        return new ReplenishmentFit(power, climbed(all, power, start, VAGUE));
    }

    /** What is typical of all products. */
    public ReplenishmentModel typical() {
        return typical;
    }

    /** @param customers of one product */
    public ReplenishmentModel product(List<ReplenishmentHistory> customers) {
        double[] start = {
            typical.typicalDays(),
            typical.between(),
            typical.within(),
            odds(typical.firstStop()),
            odds(typical.laterStop())
        };
        return climbed(customers, quantityPower, start, NEAR);
    }

    private static double odds(double probability) {
        return probability / (1 - probability);
    }

    private static double quantityPower(Collection<ReplenishmentHistory> all) {
        SimpleRegression within = new SimpleRegression(false);
        for (ReplenishmentHistory history : all) {
            int gaps = history.gaps().size();
            double quantity = 0;
            double mean = gaps == 0 ? 0 : history.meanLogGap(0);
            for (int i = 0; i < gaps; i++) {
                quantity += history.logQuantity(i) / gaps;
            }
            for (int i = 0; i < gaps; i++) {
                within.addData(history.logQuantity(i) - quantity, history.logGap(i, 0) - mean);
            }
        }
        double slope = within.getN() < FEWEST_GAPS_FOR_QUANTITIES ? 0 : within.getSlope();
        return slope > SURE * within.getSlopeStdErr() ? Math.min(1, slope) : 0;
    }

    private static ReplenishmentModel climbed(
            Collection<ReplenishmentHistory> customers, double power, double[] center, double[] spread) {
        List<Seen> seen =
                customers.stream().map(history -> Seen.of(history, power)).toList();
        MaximumLikelihood.Maximum top = new MaximumLikelihood(z -> {
                    double sum = 0;
                    for (int i = 0; i < z.length; i++) {
                        double far = Math.log(z[i] / center[i]) / spread[i];
                        sum -= far * far / 2;
                    }
                    for (Seen one : seen) {
                        sum += one.logLikelihood(z);
                    }
                    return sum;
                })
                .from(List.of(center), 0.5);
        return new ReplenishmentModel(
                top.parameter(0),
                top.parameter(1),
                top.parameter(2),
                top.parameter(3) / (1 + top.parameter(3)),
                top.parameter(4) / (1 + top.parameter(4)),
                power,
                customers.size());
    }

    /** What the likelihood needs of a history. */
    private record Seen(int gaps, double mean, double squares, double running) {

        static Seen of(ReplenishmentHistory history, double power) {
            int gaps = history.gaps().size();
            double mean = gaps == 0 ? 0 : history.meanLogGap(power);
            List<Double> rests = new ArrayList<>();
            for (int i = 0; i < gaps; i++) {
                rests.add(history.logGap(i, power) - mean);
            }
            double squares = rests.stream().mapToDouble(rest -> rest * rest).sum();
            double scale = Math.exp(-power * history.logQuantity(gaps));
            return new Seen(gaps, mean, squares, history.running() * scale);
        }

        /** @param z typical days, tau, sigma, odds of stopping after the first purchase and after others */
        double logLikelihood(double[] z) {
            double center = Math.log(z[0]);
            double tau2 = z[1] * z[1];
            double sigma2 = z[2] * z[2];
            double all = sigma2 + gaps * tau2;
            double log = 0;
            if (gaps > 0) {
                double far = mean - center;
                log -= (gaps - 1) * Math.log(z[2]) + Math.log(all) / 2 + squares / (2 * sigma2);
                log -= gaps * far * far / (2 * all) + Math.log1p(z[3]) + (gaps - 1) * Math.log1p(z[4]);
                center += gaps * tau2 / all * far;
            }
            double odds = gaps == 0 ? z[3] : z[4];
            double spread = Math.sqrt(sigma2 + tau2 * sigma2 / all);
            double survival = ReplenishmentModel.survival(running, center, spread);
            return log + Math.log((odds + survival) / (1 + odds));
        }
    }
}
