package org.kvartal.forecast.survival;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CoxRegressionTest {
    private static SurvivalFit.Estimated fit(List<String> names, List<Covaried> subjects) {
        SurvivalFit fit = CoxRegression.fit(names, subjects);
        assertThat(fit).isInstanceOf(SurvivalFit.Estimated.class);
        return (SurvivalFit.Estimated) fit;
    }

    private static void expect(SurvivalFit.Estimated fit, int place, double coefficient, double error, double digits) {
        assertThat(fit.coefficient(place)).isCloseTo(coefficient, within(digits));
        assertThat(fit.standardError(place)).isCloseTo(error, within(digits));
    }

    /** coxph(Surv(time, status) ~ sex, lung). */
    @Test
    void agreesWithThePublishedEffectOfSex() throws IOException {
        List<Covaried> patients = Lung.patients().stream()
                .map(patient -> new Covaried(patient.observation(), List.of(Double.valueOf(patient.sex()))))
                .toList();
        SurvivalFit.Estimated fit = fit(List.of("sex"), patients);
        expect(fit, 0, -0.53102, 0.16718, 0.000005);
        assertThat(fit.p(0)).isCloseTo(0.00149, within(0.000005));
    }

    /** coxph(Surv(time, status) ~ sex + age + ph.ecog, lung): one patient without ph.ecog is left out. */
    @Test
    void agreesWithThePublishedRegressionOnThreeCovariates() throws IOException {
        List<Covaried> patients = Lung.patients().stream()
                .filter(patient -> !patient.ecog().isEmpty())
                .map(patient -> new Covaried(
                        patient.observation(),
                        List.of(Double.valueOf(patient.sex()), (double) patient.age(), Double.valueOf(patient.ecog()))))
                .toList();
        SurvivalFit.Estimated fit = fit(List.of("sex", "age", "ph_ecog"), patients);
        assertThat(patients).hasSize(227);
        assertThat(fit.ended()).isEqualTo(164);
        expect(fit, 0, -0.5526124, 0.1677391, 5e-7);
        expect(fit, 1, 0.0110668, 0.0092674, 5e-7);
        expect(fit, 2, 0.4637285, 0.1135773, 5e-7);
        assertThat(fit.likelihoodRatio()).isCloseTo(30.5, within(0.05));
    }

    /**
     * Ovarian cancer without the first patient, in hundreds of days so that many tie, every second patient watched from 2
     * only. The likelihood written out and maximised by scipy 1.17.1, BFGS, errors by differences of second order.
     */
    @Test
    void agreesOnTiesAndLateEntryWithALikelihoodMaximisedElsewhere() {
        List<Covaried> all = Ovarian.patients();
        List<Covaried> subjects = IntStream.range(1, all.size())
                .mapToObj(i -> rounded(all.get(i), i % 2 == 0 ? 2 : Double.NEGATIVE_INFINITY))
                .toList();
        SurvivalFit.Estimated fit = fit(Ovarian.COVARIATES, subjects);
        expect(fit, 0, 0.573140, 0.628886, 0.000005);
        expect(fit, 1, -0.510610, 0.608045, 0.000005);
        assertThat(fit.logLikelihood()).isCloseTo(-30.332237234, within(5e-9));
        assertThat(fit.likelihoodRatio()).isCloseTo(2 * (31.184143001 - 30.332237234), within(1e-8));
    }

    /**
     * ... ~ age + sex + ph.ecog, cluster = inst, two patients left out. Scores by Efron's formula in plain loops, numpy 2.4; on
     * times without ties these agree with lifelines 0.30.3, cluster_col = "inst".
     */
    @Test
    void errorsByHospitalAgreeWithScoresComputedElsewhere() throws IOException {
        List<Lung> known = Lung.patients().stream()
                .filter(patient -> !patient.ecog().isEmpty() && !patient.site().isEmpty())
                .toList();
        List<Covaried> patients =
                known.stream().map(patient -> of(patient, patient.ecog())).toList();
        SurvivalFit fit = CoxRegression.fit(
                List.of("age", "sex", "ph_ecog"),
                patients,
                known.stream().map(Lung::site).toList());
        assertThat(patients).hasSize(226);
        expect((SurvivalFit.Estimated) fit, 0, 0.011232, 0.006889, 3e-6);
        expect((SurvivalFit.Estimated) fit, 1, -0.556591, 0.112287, 3e-6);
        expect((SurvivalFit.Estimated) fit, 2, 0.469216, 0.117616, 3e-6);
    }

    private static Covaried of(Lung patient, String third) {
        return new Covaried(
                patient.observation(),
                List.of((double) patient.age(), Double.valueOf(patient.sex()), Double.valueOf(third)));
    }

    /** What cox.zph of R's survival prints since version 3.0: of lung with ph.karno, and with wt.loss. */
    @Test
    void testsOfProportionalityAgreeWithThePublishedOnes() throws IOException {
        List<Covaried> withKarno = Lung.patients().stream()
                .filter(patient -> !patient.karno().isEmpty())
                .map(patient -> of(patient, patient.karno()))
                .toList();
        List<Covaried> withLoss = Lung.patients().stream()
                .filter(patient -> !patient.weightLoss().isEmpty())
                .map(patient -> of(patient, patient.weightLoss()))
                .toList();
        List<String> names = List.of("age", "sex", "third");
        expect(Proportionality.of(names, withKarno), 0.0005, 0.478, 3.085, 8.017, 10.359);
        expect(Proportionality.of(names, withLoss), 0.00005, 0.5077, 2.5489, 0.0144, 3.0051);
        assertThat(Proportionality.of(names, withKarno).get(2).p()).isCloseTo(0.0046, within(0.00005));
        assertThat(Proportionality.of(names, withKarno).get(3).p()).isCloseTo(0.0157, within(0.00005));
    }

    private static void expect(List<Proportionality> tests, double digits, double... chiSquares) {
        assertThat(tests).hasSize(chiSquares.length);
        for (int k = 0; k < chiSquares.length; k++) {
            assertThat(tests.get(k).chiSquare()).isCloseTo(chiSquares[k], within(digits));
        }
    }

    @Test
    void aRegressionThatIsRefusedHasNoTestOfProportionality() {
        List<Covaried> constant = Ovarian.patients().stream()
                .map(patient -> new Covaried(patient.observation(), List.of(1.0)))
                .toList();
        assertThat(Proportionality.of(List.of("site"), constant)).isEmpty();
    }

    private static Covaried rounded(Covaried patient, double entry) {
        Observation seen = patient.observation();
        double time = Math.rint(seen.exit() / 100) + 1;
        Observation rounded = seen.isCensored() ? Observation.censored(time) : Observation.ended(time, seen.end());
        return new Covaried(entry < time ? rounded.watchedFrom(entry) : rounded, patient.values());
    }

    @Test
    void countsOneSubjectOfManyAsMany() {
        List<Covaried> counted = Ovarian.patients().stream()
                .map(patient -> new Covaried(patient.observation().times(3), patient.values()))
                .toList();
        List<Covaried> alone = Ovarian.patients().stream()
                .flatMap(patient -> Collections.nCopies(3, patient).stream())
                .toList();
        SurvivalFit.Estimated many = fit(Ovarian.COVARIATES, counted);
        SurvivalFit.Estimated each = fit(Ovarian.COVARIATES, alone);
        expect(many, 0, each.coefficient(0), each.standardError(0), 1e-9);
        assertThat(many.logLikelihood()).isCloseTo(each.logLikelihood(), within(1e-9));
    }

    /** A hazard halved by training, 95 % intervals of 200 samples. */
    @Test
    void coversAPlantedEffect() {
        Random random = new Random(23);
        int covered = 0;
        for (int sample = 0; sample < 200; sample++) {
            List<Covaried> subjects = IntStream.range(0, 120)
                    .mapToObj(i -> subject(i % 2, random))
                    .toList();
            SurvivalFit.Estimated fit = fit(List.of("trained"), subjects);
            covered += Math.abs(fit.coefficient(0) + Math.log(2)) <= 1.96 * fit.standardError(0) ? 1 : 0;
        }
        assertThat(covered).isBetween(180, 198);
    }

    private static Covaried subject(double trained, Random random) {
        double time = -10 * Math.pow(2, trained) * Math.log(1 - random.nextDouble());
        double lastSeen = 40 * random.nextDouble();
        return new Covaried(
                time <= lastSeen ? Observation.ended(time, "done") : Observation.censored(lastSeen), List.of(trained));
    }

    @Test
    void saysWhyThereIsNoEstimate() {
        List<Covaried> separated = IntStream.range(0, 20)
                .mapToObj(i -> new Covaried(
                        i < 10 ? Observation.ended(1 + i, "done") : Observation.censored(20),
                        List.of(i < 10 ? 0.0 : 1.0)))
                .toList();
        assertThat(CoxRegression.fit(List.of("group"), separated)).isInstanceOf(SurvivalFit.Refused.class);
        List<Covaried> twice = Ovarian.patients().stream()
                .map(patient -> new Covaried(
                        patient.observation(),
                        List.of(patient.values().get(0), 2 * patient.values().get(0))))
                .toList();
        assertThat(CoxRegression.fit(List.of("a", "b"), twice))
                .isEqualTo(
                        new SurvivalFit.Refused("the likelihood has no single maximum: covariates tell the same, or one"
                                + " alone tells who ends first"));
        List<Covaried> constant = Ovarian.patients().stream()
                .map(patient -> new Covaried(patient.observation(), List.of(1.0)))
                .toList();
        assertThat(CoxRegression.fit(List.of("site"), constant))
                .isEqualTo(new SurvivalFit.Refused("site is the same of all subjects"));
        assertThatThrownBy(() -> CoxRegression.fit(List.of(), List.of()))
                .hasMessage("Invalid covariates: at least one is needed");
    }
}
