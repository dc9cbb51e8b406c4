package org.kvartal.forecast.customer;

import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * The gamma-gamma model with the parameters that make the spend of returning customers most likely.
 *
 * @param correlation of spend and number of purchases; the model supposes none
 * @param customers with at least one repeat purchase of an amount above 0
 */
public record SpendFit(
        GammaGamma model,
        List<RepeatPurchaseFit.Estimate> estimates,
        LogNormalDraws draws,
        double logLikelihood,
        double correlation,
        int customers) {
    private static final int FEWEST = 3;

    /** The mean spend of a customer over a number of purchases, both above 0. */
    public record Spend(int purchases, double mean) {}

    public SpendFit {
        estimates = List.copyOf(estimates);
    }

    /** @param spends of at least three customers */
    public static SpendFit of(List<Spend> spends) {
        if (spends.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "Invalid spends: %d customers, must be at least %d".formatted(spends.size(), FEWEST));
        }
        double[] purchases = spends.stream().mapToDouble(Spend::purchases).toArray();
        double[] means = spends.stream().mapToDouble(Spend::mean).toArray();
        double typical = spends.stream().mapToDouble(Spend::mean).average().orElseThrow();
        MaximumLikelihood.Maximum top = new MaximumLikelihood(z -> {
                    GammaGamma model = new GammaGamma(z[0], z[1], z[2]);
                    double sum = 0;
                    for (Spend spend : spends) {
                        sum += model.logLikelihood(spend.purchases(), spend.mean());
                    }
                    return sum;
                })
                .from(List.of(new double[] {2, 3, typical}, new double[] {6, 4, typical / 2}), 1);
        GammaGamma model = new GammaGamma(top.parameter(0), top.parameter(1), top.parameter(2));
        List<RepeatPurchaseFit.Estimate> estimates = RepeatPurchaseFit.estimates(model.parameters(), top);
        double correlation = new PearsonsCorrelation().correlation(purchases, means);
        return new SpendFit(model, estimates, top.draws(), top.value(), correlation, spends.size());
    }
}
