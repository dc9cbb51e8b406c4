package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A model of repeat purchase with the parameters that make what was seen most likely.
 *
 * <p>Starts from several points in a sample of the histories, then climbs to the top of all of them: the surface is flat along
 * a and b (s and beta), which one start may mistake for the top.
 *
 * @param estimates the parameters of the model with their standard errors
 * @param draws parameters about as likely
 * @param customers whose histories were fitted
 */
public record RepeatPurchaseFit(
        RepeatPurchaseModel model,
        List<Estimate> estimates,
        LogNormalDraws draws,
        double logLikelihood,
        int customers) {
    private static final int SAMPLE = 20_000;
    private static final double FAR = 1;
    private static final double NEAR = 0.1;

    /** @param standardError {@code NaN} where the likelihood is too flat to tell */
    public record Estimate(String parameter, double value, double standardError) {}

    public RepeatPurchaseFit {
        estimates = List.copyOf(estimates);
    }

    public static RepeatPurchaseFit bgNbd(Collection<PurchaseHistory> customers) {
        return fit(customers, z -> new BgNbd(z[0], z[1], z[2], z[3]));
    }

    public static RepeatPurchaseFit paretoNbd(Collection<PurchaseHistory> customers) {
        return fit(customers, z -> new ParetoNbd(z[0], z[1], z[2], z[3]));
    }

    /** @param customers whose times are numbers of opportunities */
    public static RepeatPurchaseFit bgBb(Collection<PurchaseHistory> customers) {
        List<double[]> starts =
                List.of(new double[] {1, 1, 0.5, 3}, new double[] {0.3, 2, 1, 5}, new double[] {3, 1, 0.3, 1});
        return fit(PurchaseCounts.of(customers), starts, z -> new BgBb(z[0], z[1], z[2], z[3]));
    }

    private static RepeatPurchaseFit fit(
            Collection<PurchaseHistory> customers, Function<double[], RepeatPurchaseModel> make) {
        PurchaseCounts counts = PurchaseCounts.of(customers);
        double age = Math.max(1e-9, counts.sum(PurchaseHistory::age) / customers.size());
        List<double[]> starts =
                List.of(new double[] {0.3, age / 8, 0.8, 2.5}, new double[] {1, age / 4, 1, age / 4}, new double[] {
                    3, age, 0.3, age
                });
        return fit(counts, starts, make);
    }

    private static RepeatPurchaseFit fit(
            PurchaseCounts counts, List<double[]> starts, Function<double[], RepeatPurchaseModel> make) {
        PurchaseCounts sample = counts.sample(SAMPLE);
        MaximumLikelihood.Maximum top = likelihood(sample, make).from(starts, FAR);
        if (sample.different() < counts.different()) {
            top = likelihood(counts, make).from(List.of(top.start()), NEAR);
        }
        RepeatPurchaseModel model = make.apply(top.start());
        return new RepeatPurchaseFit(
                model, estimates(model.parameters(), top), top.draws(), top.value(), counts.customers());
    }

    /** Akaike's criterion, 2 k - 2 ln L: the less, the better, of models of the same histories. */
    public double aic() {
        return 2 * (estimates.size() - logLikelihood);
    }

    static List<Estimate> estimates(List<RepeatPurchaseModel.Parameter> parameters, MaximumLikelihood.Maximum top) {
        List<Estimate> estimates = new ArrayList<>();
        for (RepeatPurchaseModel.Parameter parameter : parameters) {
            estimates.add(new Estimate(parameter.name(), parameter.value(), top.standardError(estimates.size())));
        }
        return estimates;
    }

    private static MaximumLikelihood likelihood(PurchaseCounts counts, Function<double[], RepeatPurchaseModel> make) {
        return new MaximumLikelihood(parameters -> counts.sum(make.apply(parameters)::logLikelihood));
    }
}
