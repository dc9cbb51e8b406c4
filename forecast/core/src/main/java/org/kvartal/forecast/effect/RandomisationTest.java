package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How often as large an effect comes out if the dates of treatment are dealt out anew among the clusters, at random.
 * <pre>
 *   p = (1 + number of deals with |effect| &gt;= |effect of the true dates|) / (1 + deals)
 * </pre>
 * The effect is the simple average of {@link CallawaySantAnna} without covariates over its standard error. The test is exact
 * in any number of clusters if the dates were as good as random, and if the treatment changes nothing for anybody. Clusters
 * whose units have several dates cannot be dealt; then the result is empty. Sources: Fisher (1935), The Design of
 * Experiments; MacKinnon and Webb (2020), Journal of Econometrics 218 (few clusters, t statistics); Roth and Sant'Anna
 * (2023), Journal of Political Economy: Microeconomics 1 (staggered dates).
 */
public final class RandomisationTest {
    private RandomisationTest() {}

    /** The two-sided p value. */
    public static Optional<Double> p(Panel panel, Control control, int deals, long seed) {
        List<Long> dates = new ArrayList<>();
        int clusters = panel.strata().clusters();
        Long[] ofCluster = new Long[clusters];
        for (int i = 0; i < panel.units(); i++) {
            Long before = ofCluster[panel.cluster(i)];
            if (before != null && before != panel.cohort(i)) {
                return Optional.empty();
            }
            ofCluster[panel.cluster(i)] = panel.cohort(i);
        }
        dates.addAll(List.of(ofCluster));
        Optional<Double> observed = statistic(panel, control);
        if (observed.isEmpty()) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(seed);
        int asFar = 0;
        for (int deal = 0; deal < deals; deal++) {
            shuffle(dates, random);
            asFar += statistic(panel.withCohorts(dates), control).orElse(0.0) >= observed.get() - 1e-12 ? 1 : 0;
        }
        return Optional.of((asFar + 1.0) / (deals + 1.0));
    }

    private static void shuffle(List<Long> dates, SplittableRandom random) {
        for (int i = dates.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            dates.set(other, dates.set(i, dates.get(other)));
        }
    }

    private static Optional<Double> statistic(Panel panel, Control control) {
        return new CallawaySantAnna(control)
                .estimate(panel)
                .simple()
                .filter(one -> one.sampling().standardError() > 0)
                .map(one -> Math.abs(one.effect()) / one.sampling().standardError());
    }
}
