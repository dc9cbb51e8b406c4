package org.kvartal.forecast.survival;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AcceleratedFailureTest {
    private static SurvivalFit.Estimated fit(Lifetime lifetime, List<String> names, List<Covaried> subjects) {
        SurvivalFit fit = new AcceleratedFailure(lifetime).fit(names, subjects);
        assertThat(fit).isInstanceOf(SurvivalFit.Estimated.class);
        return (SurvivalFit.Estimated) fit;
    }

    private static void expect(SurvivalFit.Estimated fit, int place, double coefficient, double error, double digits) {
        assertThat(fit.coefficient(place)).isCloseTo(coefficient, within(digits));
        assertThat(fit.standardError(place)).isCloseTo(error, within(digits));
    }

    /** survreg(Surv(futime, fustat) ~ ecog.ps + rx, ovarian, dist = "weibull"), the example of its help page. */
    @Test
    void agreesWithThePublishedWeibullRegression() {
        SurvivalFit.Estimated fit = fit(Lifetime.WEIBULL, Ovarian.COVARIATES, Ovarian.patients());
        assertThat(fit.names()).containsExactly("intercept", "ecog_ps", "rx", "log(scale)");
        expect(fit, 0, 6.8967, 1.1775, 0.00005);
        expect(fit, 1, -0.3850, 0.5270, 0.00005);
        expect(fit, 2, 0.5286, 0.5292, 0.00005);
        expect(fit, 3, -0.1234, 0.2522, 0.00005);
        assertThat(fit.logLikelihood()).isCloseTo(-97.084498, within(1e-5));
        assertThat(fit.ended()).isEqualTo(12);
    }

    /** The likelihood maximised numerically by scipy 1.17.1, Nelder-Mead and BFGS, errors by differences of second order. */
    @Test
    void agreesWithALogNormalRegressionMaximisedElsewhere() {
        SurvivalFit.Estimated fit = fit(Lifetime.LOG_NORMAL, Ovarian.COVARIATES, Ovarian.patients());
        expect(fit, 0, 5.87844, 1.09397, 0.00002);
        expect(fit, 1, -0.22927, 0.53736, 0.00002);
        expect(fit, 2, 0.81336, 0.53720, 0.00002);
        expect(fit, 3, 0.16666, 0.22798, 0.00002);
        assertThat(fit.logLikelihood()).isCloseTo(-95.947363360, within(5e-9));
    }

    /** The same; every second patient, the first among them, is known only since day 50. */
    @Test
    void countsLatecomersAsHavingLastedUntilTheyCame() {
        List<Covaried> all = Ovarian.patients();
        List<Covaried> late = IntStream.range(0, all.size())
                .mapToObj(i -> i % 2 == 0
                        ? new Covaried(
                                all.get(i).observation().watchedFrom(50),
                                all.get(i).values())
                        : all.get(i))
                .toList();
        SurvivalFit.Estimated fit = fit(Lifetime.LOG_NORMAL, Ovarian.COVARIATES, late);
        expect(fit, 0, 5.82265, 1.17790, 0.00002);
        expect(fit, 1, -0.25275, 0.58283, 0.00002);
        expect(fit, 2, 0.87428, 0.58828, 0.00002);
        expect(fit, 3, 0.21468, 0.25590, 0.00002);
        assertThat(fit.logLikelihood()).isCloseTo(-95.752933019, within(5e-9));
    }

    /** Without censoring it is least squares on logarithms: 2 log 2 between groups, within them +-log 3. */
    @Test
    void isLeastSquaresOfLogarithmsWhereAllHaveEnded() {
        List<Covaried> subjects = List.of(
                new Covaried(Observation.ended(3, "done"), List.of(0.0)),
                new Covaried(Observation.ended(1 / 3.0, "done"), List.of(0.0)),
                new Covaried(Observation.ended(12, "done"), List.of(1.0)),
                new Covaried(Observation.ended(4 / 3.0, "done"), List.of(1.0)));
        SurvivalFit.Estimated fit = fit(Lifetime.LOG_NORMAL, List.of("group"), subjects);
        assertThat(fit.coefficient(0)).isCloseTo(0, within(1e-9));
        assertThat(fit.coefficient(1)).isCloseTo(2 * Math.log(2), within(1e-9));
        assertThat(fit.coefficient(2)).isCloseTo(Math.log(Math.log(3)), within(1e-9));
        assertThat(fit.standardError(1)).isCloseTo(Math.log(3), within(1e-9));
        assertThat(fit.likelihoodRatio())
                .as("4 log of the ratio of the scales")
                .isCloseTo(4 * Math.log(1 + Math.pow(Math.log(2) / Math.log(3), 2)), within(1e-9));
    }

    /** A planted factor of 1.5 with log-normal times of which a third is censored: 200 samples, 95 % intervals. */
    @Test
    void coversAPlantedEffectAndPrefersItsDistribution() {
        Random random = new Random(17);
        int covered = 0;
        int preferred = 0;
        for (int sample = 0; sample < 200; sample++) {
            List<Covaried> subjects = IntStream.range(0, 150)
                    .mapToObj(i -> subject(i % 2, random))
                    .toList();
            SurvivalFit.Estimated fit = fit(Lifetime.LOG_NORMAL, List.of("trained"), subjects);
            double half = 1.96 * fit.standardError(1);
            covered += Math.abs(fit.coefficient(1) - Math.log(1.5)) <= half ? 1 : 0;
            preferred += fit.aic()
                            < fit(Lifetime.WEIBULL, List.of("trained"), subjects)
                                    .aic()
                    ? 1
                    : 0;
        }
        assertThat(covered).isBetween(180, 198);
        assertThat(preferred).isGreaterThan(180);
    }

    private static Covaried subject(double trained, Random random) {
        double time = Math.exp(3 + trained * Math.log(1.5) + 0.8 * random.nextGaussian());
        double lastSeen = 90 * random.nextDouble();
        return new Covaried(
                time <= lastSeen ? Observation.ended(time, "done") : Observation.censored(lastSeen), List.of(trained));
    }

    @Test
    void saysWhyThereIsNoEstimate() {
        List<Covaried> few = List.of(
                new Covaried(Observation.ended(3, "done"), List.of(0.0)),
                new Covaried(Observation.censored(4), List.of(1.0)));
        assertThat(new AcceleratedFailure(Lifetime.WEIBULL).fit(List.of("group"), few))
                .isEqualTo(new SurvivalFit.Refused("1 ended; 1 covariates need at least 3"));
        List<Covaried> atOnce = List.of(
                new Covaried(Observation.ended(0, "done"), List.of(0.0)),
                new Covaried(Observation.ended(1, "done"), List.of(1.0)),
                new Covaried(Observation.ended(2, "done"), List.of(1.0)));
        assertThat(new AcceleratedFailure(Lifetime.WEIBULL).fit(List.of("group"), atOnce))
                .isEqualTo(new SurvivalFit.Refused("a time of 0 has no logarithm"));
    }
}
