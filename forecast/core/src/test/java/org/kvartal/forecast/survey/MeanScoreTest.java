package org.kvartal.forecast.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MeanScoreTest {
    private static final double[] FEW = {5, 5, 4, 5, 3, 5, 4, 5, 1, 5, 4, 5, 2, 5, 5, 4};
    private static final double[] MANY = {
        5, 4, 3, 4, 5, 4, 2, 5, 4, 4, 3, 5, 5, 4, 4, 5, 1, 4, 5, 4, 3, 5, 4, 4, 5, 5, 2, 4, 5, 4
    };

    private static void expect(Estimate found, double value, double low, double high, double digits) {
        assertThat(found.value()).isCloseTo(value, within(1e-9));
        assertThat(found.low()).isCloseTo(low, within(digits));
        assertThat(found.high()).isCloseTo(high, within(digits));
    }

    /** scipy 1.17.1: stats.t.interval(0.95, 29, mean, sem). */
    @Test
    void fromThirtyAnswersTheIntervalIsStudents() {
        expect(new MeanScore(MANY).interval(0.95, 1), 121 / 30.0, 3.647473402791803, 4.419193263874863, 1e-9);
    }

    /** scipy 1.17.1: stats.bootstrap((few,), np.mean, n_resamples=200000, method='BCa', random_state=1); steps are 1/16. */
    @Test
    void ofFewerItIsResampledAndFollowsTheSkew() {
        expect(new MeanScore(FEW).interval(0.95, 1), 4.1875, 3.4375, 4.625, 0.0625);
        assertThat(new MeanScore(FEW).interval(0.95, 1)).isEqualTo(new MeanScore(FEW).interval(0.95, 1));
    }

    /** scipy 1.17.1: stats.ttest_ind(few, many, equal_var=False).confidence_interval(0.95). */
    @Test
    void differencesAreWelchs() {
        Estimate found = new MeanScore(FEW).less(new MeanScore(MANY), 0.95, 1, 1);
        expect(found, 4.1875 - 121 / 30.0, -0.5835357701973739, 0.8918691035307075, 1e-9);
    }

    @Test
    void answersThatAreAllAlikeHaveNoInterval() {
        assertThat(new MeanScore(new double[] {4, 4, 4}).interval(0.95, 1)).isEqualTo(Estimate.alone(4));
        assertThat(new MeanScore(new double[] {4}).interval(0.95, 1)).isEqualTo(Estimate.alone(4));
        assertThatThrownBy(() -> new MeanScore(new double[0])).hasMessage("Invalid answers: there is none");
    }

    /** One-way analysis of variance by numpy 2: five clusters of 3, 2, 4, 1 and 2 answers. */
    @Test
    void theDesignEffectIsThatOfTheAnalysisOfVariance() {
        DesignEffect effect = DesignEffect.of(List.of(
                new double[] {5, 5, 4}, new double[] {1, 2}, new double[] {4, 4, 5, 5}, new double[] {3}, new double[] {
                    2, 3
                }));
        assertThat(effect.clusters()).isEqualTo(5);
        assertThat(effect.icc()).isCloseTo(0.8272816486751716, within(1e-12));
        assertThat(effect.value()).isCloseTo(2.516683022571148, within(1e-12));
    }

    @Test
    void oneCustomerTenTimesIsOneAnswer() {
        double[] ten = new double[10];
        Arrays.fill(ten, 5);
        assertThat(DesignEffect.of(List.of(ten)).value()).isEqualTo(10);
        assertThat(DesignEffect.of(List.of(new double[] {5}, new double[] {3})).value())
                .isEqualTo(1);
    }

    /** 20 customers of 5 answers each, half of the variance between customers: 95 % intervals of 600 surveys. */
    @Test
    void coversTheTruthThoughAnswersHangTogether() {
        Random random = new Random(8);
        int covered = 0;
        int naive = 0;
        for (int survey = 0; survey < 600; survey++) {
            double[][] clusters = new double[20][5];
            for (double[] cluster : clusters) {
                double own = random.nextGaussian();
                Arrays.setAll(cluster, i -> 3 + own + random.nextGaussian());
            }
            MeanScore score = new MeanScore(
                    Arrays.stream(clusters).flatMapToDouble(Arrays::stream).toArray());
            covered += holds(score.interval(0.95, DesignEffect.of(List.of(clusters)))) ? 1 : 0;
            naive += holds(score.interval(0.95, 1)) ? 1 : 0;
        }
        assertThat(covered).isBetween(550, 590);
        assertThat(naive).as("without the design effect").isLessThan(500);
    }

    private static boolean holds(Estimate interval) {
        return interval.low() <= 3 && 3 <= interval.high();
    }
}
