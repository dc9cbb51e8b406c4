package org.kvartal.forecast.effect.interrupted;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.effect.inference.Interval;
import org.kvartal.forecast.effect.interrupted.InterruptedFit.Term;
import org.kvartal.forecast.effect.interrupted.InterruptedFit.Variation;
import org.kvartal.forecast.effect.interrupted.InterruptedSeries.Change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/**
 * Acute coronary events in Sicily by month, 2002 to 2006, before and after smoking was banned in January 2005: Lopez Bernal,
 * Cummins and Gasparrini (2017), International Journal of Epidemiology 46, data and R code published with the article.
 * The article prints RR 0.894 (0.864-0.925), and 0.885 (0.839-0.933) with a season; more digits from R 4.2, glm.
 */
class InterruptedSeriesTest {
    private static final double[] EVENTS = {
        728, 659, 791, 734, 757, 726, 760, 740, 720, 814, 795, 858, 887, 766, 851, 769, 781, 756, 766, 752,
        765, 831, 879, 928, 914, 808, 937, 840, 916, 828, 845, 818, 860, 839, 887, 886, 831, 796, 833, 820,
        877, 758, 767, 738, 781, 843, 850, 908, 1021, 859, 976, 888, 962, 838, 810, 876, 843, 936, 912
    };

    private static final double[] POPULATION = {
        379875.3, 376495.5, 377040.8, 377116.4, 377383.4, 374113.1, 379513.3, 376295.5, 374653.2, 378485.6, 375955.5,
        378349.7, 376762.4, 379032.3, 379360.4, 376162, 377972.4, 381830.7, 379888.6, 380872.2, 380966.9, 381240.4,
        382104.9, 381802.7, 381656.3, 383680, 383504.2, 386462.9, 383783.1, 380836.8, 383483, 380906.2, 382926.8,
        384052.4, 384449.6, 383428.4, 388153.2, 388373.2, 386470.1, 386033.2, 383686.4, 385509.3, 385901.9, 386516.6,
        388436.5, 383255.2, 390148.7, 385874.9, 391613.6, 391750.4, 394005.6, 391364.9, 391664.6, 389022.3, 391878.5,
        388575.3, 392989, 390018.8, 390712.3
    };

    private static final InterruptedSeries SICILY = new InterruptedSeries(EVENTS, POPULATION, 36);

    @Test
    void reproducesTheArticleWithoutASeason() {
        InterruptedFit fit = SICILY.fit(Change.LEVEL);

        assertThat(fit.rateRatio()).isCloseTo(0.894377, within(1e-4));
        expect(fit.interval(Variation.POISSON), 0.864686, 0.925086);
        assertThat(fit.coefficient(Term.STEP)).isCloseTo(-0.111628, within(1e-5));
        assertThat(fit.error(Term.STEP, Variation.POISSON)).isCloseTo(0.017225, within(1e-5));
        assertThat(fit.coefficient(Term.TREND)).isCloseTo(0.004945, within(1e-5));
        assertThat(fit.error(Term.TREND, Variation.POISSON)).isCloseTo(0.000499, within(1e-5));
    }

    @Test
    void widensTheIntervalByWhatCountsVaryMore() {
        InterruptedFit fit = SICILY.fit(Change.LEVEL);

        assertThat(fit.dispersion()).isCloseTo(3.559195, within(1e-5));
        assertThat(fit.error(Term.STEP, Variation.QUASI_POISSON)).isCloseTo(0.032496, within(1e-5));
        expect(fit.interval(Variation.QUASI_POISSON), 0.839189, 0.953193);
    }

    @Test
    void reproducesTheArticleWithASeason() {
        InterruptedFit fit = SICILY.fit(Change.LEVEL, 2, 12, 1);

        assertThat(fit.dispersion()).isCloseTo(2.262186, within(1e-5));
        assertThat(fit.rateRatio()).isCloseTo(0.885072, within(1e-4));
        expect(fit.interval(Variation.QUASI_POISSON), 0.839401, 0.933227);
        assertThat(fit.coefficient(Term.STEP)).isCloseTo(-0.122087, within(1e-5));
        assertThat(fit.error(Term.STEP, Variation.QUASI_POISSON)).isCloseTo(0.027031, within(1e-5));
        assertThat(fit.coefficient(Term.TREND)).isCloseTo(0.0053892, within(1e-5));
        assertThat(fit.error(Term.TREND, Variation.QUASI_POISSON)).isCloseTo(0.0007955, within(1e-5));
    }

    /** statsmodels 0.15.0: GLM Poisson, cov_type HAC, maxlags 3, no correction; Pearson residuals. */
    @Test
    void errorsMindThatMonthsFollowEachOtherAlike() {
        InterruptedFit plain = SICILY.fit(Change.LEVEL);
        InterruptedFit bent = SICILY.fit(Change.LEVEL_AND_SLOPE, 2, 12, 1);

        assertThat(plain.error(Term.STEP, Variation.NEWEY_WEST)).isCloseTo(0.031996, within(1e-6));
        assertThat(plain.error(Term.TREND, Variation.NEWEY_WEST)).isCloseTo(0.000775, within(1e-6));
        assertThat(plain.autocorrelation()).isCloseTo(0.205824, within(1e-5));
        assertThat(bent.coefficient(Term.SLOPE)).isCloseTo(0.001482, within(1e-6));
        assertThat(bent.error(Term.STEP, Variation.NEWEY_WEST)).isCloseTo(0.018070, within(1e-6));
        assertThat(bent.error(Term.SLOPE, Variation.NEWEY_WEST)).isCloseTo(0.001433, within(1e-6));
    }

    /** exp(1 + 0.01 t), and from the thirtieth on 0.8 of it, and 5 % less with each month. */
    @Test
    void tellsAChangeOfSlopeFromOneOfLevel() {
        double[] counts = new double[50];
        for (int t = 0; t < counts.length; t++) {
            double later = t < 30 ? 1 : 0.8 * Math.pow(0.95, t - 30);
            counts[t] = 1000 * Math.exp(0.01 * (t + 1)) * later;
        }
        double[] ones = new double[50];
        Arrays.fill(ones, 1);
        InterruptedFit fit = new InterruptedSeries(counts, ones, 30).fit(Change.LEVEL_AND_SLOPE);

        assertThat(fit.rateRatio()).isCloseTo(0.8, within(1e-9));
        assertThat(fit.coefficient(Term.TREND)).isCloseTo(0.01, within(1e-9));
        assertThat(fit.coefficient(Term.SLOPE)).isCloseTo(Math.log(0.95), within(1e-9));
    }

    @Test
    void refusesAShortPast() {
        assertThatThrownBy(() -> new InterruptedSeries(new double[30], new double[30], 20))
                .hasMessage(
                        "Invalid interruption: 20 periods before and 10 after it; at least 24 and 3 would be enough");
        assertThatThrownBy(() -> new InterruptedSeries(new double[30], new double[29], 24))
                .hasMessage("Invalid exposures: 29 for 30 counts");
    }

    private static void expect(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-4));
        assertThat(interval.high()).isCloseTo(high, within(1e-4));
    }
}
