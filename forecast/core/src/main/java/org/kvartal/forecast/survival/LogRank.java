package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Whether groups end equally fast.
 * <pre>
 *   E_j   = sum over strata and ends t_i of d_i n_ij / n_i
 *   V_jl  = sum of d_i (n_i - d_i) / (n_i - 1) * n_ij / n_i * (1{j = l} - n_il / n_i)
 *   chi2  = (O - E)' V^- (O - E),  groups - 1 degrees of freedom
 * </pre>
 * O_j of group j ended, n_ij of it were at risk. Within each stratum groups are compared among their like; the sums over
 * strata are tested. Any end counts. Source: Mantel (1966), Cancer Chemotherapy Reports 50; Klein and Moeschberger,
 * Survival Analysis, 2nd ed., sections 7.3 and 7.5.
 *
 * @param observed ends by group
 * @param expected ends by group if all groups ended equally fast
 * @param chiSquare the statistic
 * @param degreesOfFreedom groups less one
 * @param p probability of a statistic as large by chance
 */
public record LogRank(
        Map<String, Double> observed, Map<String, Double> expected, double chiSquare, int degreesOfFreedom, double p) {
    public LogRank {
        observed = Map.copyOf(observed);
        expected = Map.copyOf(expected);
    }

    /** A subject, what it is compared by, and among which others. */
    public record Subject(Observation observation, String group, String stratum) {
        public Subject(Observation observation, String group) {
            this(observation, group, "");
        }
    }

    /** @throws IllegalArgumentException with fewer than two groups */
    public static LogRank of(List<Subject> subjects) {
        List<String> groups =
                new ArrayList<>(subjects.stream().map(Subject::group).collect(Collectors.toCollection(TreeSet::new)));
        if (groups.size() < 2) {
            throw new IllegalArgumentException("Invalid groups: " + groups + ", at least two are needed");
        }
        RealVector observed = new ArrayRealVector(groups.size());
        RealVector expected = new ArrayRealVector(groups.size());
        RealMatrix variance = MatrixUtils.createRealMatrix(groups.size(), groups.size());
        for (List<Subject> stratum : subjects.stream()
                .collect(Collectors.groupingBy(Subject::stratum, TreeMap::new, Collectors.toList()))
                .values()) {
            add(stratum, groups, observed, expected, variance);
        }
        RealVector surprise = observed.subtract(expected);
        double chiSquare = surprise.dotProduct(
                new SingularValueDecomposition(variance).getSolver().solve(surprise));
        int degrees = groups.size() - 1;
        double p = 1 - new ChiSquaredDistribution(degrees).cumulativeProbability(chiSquare);
        return new LogRank(byGroup(groups, observed), byGroup(groups, expected), chiSquare, degrees, p);
    }

    private static void add(
            List<Subject> stratum, List<String> groups, RealVector observed, RealVector expected, RealMatrix variance) {
        List<List<Observation>> members = groups.stream()
                .map(group -> stratum.stream()
                        .filter(subject -> subject.group().equals(group))
                        .map(Subject::observation)
                        .toList())
                .toList();
        for (int group = 0; group < groups.size(); group++) {
            observed.addToEntry(
                    group,
                    members.get(group).stream()
                            .filter(one -> !one.isCensored())
                            .mapToLong(Observation::count)
                            .sum());
        }
        List<Observation> all = stratum.stream().map(Subject::observation).toList();
        List<AtRisk> counts = members.stream().map(AtRisk::of).toList();
        for (RiskTable.Moment moment : RiskTable.of(all).moments()) {
            add(moment, counts, expected, variance);
        }
    }

    private static void add(RiskTable.Moment moment, List<AtRisk> counts, RealVector expected, RealMatrix variance) {
        double n = moment.atRisk();
        double d = moment.ended();
        double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
        double[] shares = counts.stream()
                .mapToDouble(count -> count.at(moment.time()) / n)
                .toArray();
        for (int j = 0; j < shares.length; j++) {
            expected.addToEntry(j, d * shares[j]);
            for (int l = 0; l < shares.length; l++) {
                variance.addToEntry(j, l, spread * shares[j] * ((j == l ? 1 : 0) - shares[l]));
            }
        }
    }

    private static Map<String, Double> byGroup(List<String> groups, RealVector values) {
        Map<String, Double> named = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            named.put(groups.get(i), values.getEntry(i));
        }
        return named;
    }
}
