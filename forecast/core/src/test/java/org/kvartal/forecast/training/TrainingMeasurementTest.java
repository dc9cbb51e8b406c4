package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectKey;
import org.kvartal.forecast.training.TrainingVerdicts.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Invented agents, of whom most are trained in waves; requests come in an easy and a hard kind. */
class TrainingMeasurementTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final int MONTHS = 30;
    private static final int REQUESTS = 30;
    private static final double HALF_LIFE = 6;

    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<OutcomeCell> cells = new ArrayList<>();

    /** @param untrained agents that are never trained */
    private void given(int agents, int untrained, double effect, long seed) {
        Random random = new Random(seed);
        for (int agent = 0; agent < agents; agent++) {
            String person = "a" + agent;
            LocalDate day = FIRST.plusMonths(9 + agent % 6).plusDays(14);
            boolean isTrained = agent < agents - untrained;
            if (isTrained) {
                enrolments.add(
                        new Enrolment("t" + agent % 6, "CRM", "CRM", day, "x" + agent % 2, person, "attended", 0.8));
            }
            double level = 1.5 + 0.5 * random.nextGaussian();
            for (int m = 0; m < MONTHS; m++) {
                LocalDate month = FIRST.plusMonths(m);
                long since = Programme.number(month) - Programme.number(day);
                double gain = isTrained && since >= 0 ? effect * Math.pow(0.5, since / HALF_LIFE) : 0;
                cell(person, "easy", month, since >= 0 && isTrained ? 1 : 0, level + gain, random);
                cell(person, "hard", month, since >= 0 && isTrained ? 1 : 0, level + gain + 1.2, random);
            }
        }
    }

    private void cell(String person, String kind, LocalDate month, int phase, double mean, Random random) {
        double total = 0;
        double squares = 0;
        long count = 5 + random.nextInt(REQUESTS);
        for (int i = 0; i < count; i++) {
            double value = mean + 0.8 * random.nextGaussian();
            total += value;
            squares += value * value;
        }
        cells.add(new OutcomeCell(person, kind, month, phase, count, total, squares, count * Math.exp(mean)));
    }

    private Programme programme() {
        return Programme.of(enrolments, AS_OF).get(0);
    }

    private TrainingMeasurement measured() {
        return TrainingMeasurement.of(OutcomePanel.of(cells, programme(), Map.of()), 1);
    }

    private static Verdict verdict(TrainingMeasurement measured) {
        return new TrainingVerdicts(Map.of(TrainingOutcome.HANDLING_TIME, measured)).of(TrainingOutcome.HANDLING_TIME);
    }

    @Test
    void findsAPlantedEffectItsDecayAndNothingBefore() {
        given(60, 12, -0.25, 3);
        TrainingMeasurement measured = measured();
        Effect headline = measured.headline().orElseThrow();

        assertThat(verdict(measured)).isEqualTo(Verdict.FELL);
        assertThat(measured.control()).isEqualTo(Control.NEVER);
        assertThat(measured.outcome().panel().units()).isEqualTo(60);
        assertThat(headline.interval().low()).isLessThan(-0.1);
        assertThat(measured.events().points().stream()
                        .filter(point -> point.effect().key().equals(EffectKey.event(0)))
                        .findFirst()
                        .orElseThrow()
                        .effect()
                        .estimate())
                .isCloseTo(-0.25, within(0.06));
        assertThat(measured.decay().orElseThrow().halfLife()).isBetween(4.0, 9.0);
        assertThat(measured.preTrend().orElseThrow().p()).isGreaterThan(0.01);
        Effect placebo = measured.placebo().orElseThrow();
        assertThat(placebo.interval().low()).isLessThan(0);
        assertThat(placebo.interval().high()).isGreaterThan(0);
    }

    @Test
    void seesNoEvidenceWhereNothingWasPlanted() {
        given(60, 12, 0, 4);

        assertThat(verdict(measured())).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(measured().decay()).isEmpty();
    }

    @Test
    void claimsNothingOfTwelvePersonsButSaysWhatWouldBeEnough() {
        given(12, 6, -0.25, 5);
        TrainingMeasurement measured = measured();

        assertThat(verdict(measured)).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(measured.remarks()).contains("12 persons, at least 15 are needed");
        assertThat(measured.needed(0.1))
                .as("16 v (2.8 / 0.1)^2, v of 0.64 and the agents' 0.25")
                .isBetween(6_000L, 16_000L);
    }

    @Test
    void comparesWithThoseTrainedLaterWhereNearlyAllWereTrained() {
        given(60, 2, -0.25, 6);
        TrainingMeasurement measured = measured();

        assertThat(measured.control()).isEqualTo(Control.NOT_YET);
        assertThat(measured.remarks()).contains("compared also with those trained later, since 2 were never trained");
    }

    @Test
    void leavesOutWhatCameBeforeTheTrainingInItsMonth() {
        given(20, 10, 0, 7);
        LocalDate month = FIRST.plusMonths(9);
        cells.add(new OutcomeCell("a0", "easy", month, 0, 1_000, 9_000, 81_000, 0));

        assertThat(measured().outcome().cases())
                .isEqualTo(cells.stream().mapToLong(OutcomeCell::count).sum() - 1_000);
    }

    @Test
    void countsTeamsTrainedInWavesAndKeepsAGroupOfOne() {
        given(24, 10, -0.2, 8);
        Map<String, String> teams = new HashMap<>();
        for (int agent = 0; agent < 24; agent++) {
            teams.put("a" + agent, "team" + agent % 3);
        }
        enrolments.add(new Enrolment("t9", "CRM", "CRM", FIRST.plusMonths(20), null, "a23", "attended", 0.8));
        TrainingMeasurement measured = measured();

        assertThat(measured.outcome().inSeveralWaves(teams)).isEqualTo(3);
        assertThat(measured.outcome().panel().size(Programme.number(FIRST.plusMonths(20))))
                .isOne();
    }

    @Test
    void drawsTrainersTogetherWhoTaughtAlike() {
        given(60, 12, -0.25, 9);
        Map<String, TrainerEffects.TrainerEffect> effects = new TrainerEffects(cells, programme())
                .by(Cascade.of(enrolments, AS_OF).trainerOf());

        assertThat(effects).containsOnlyKeys("x0", "x1");
        double apart = effects.get("x0").estimate() - effects.get("x1").estimate();
        assertThat(Math.abs(effects.get("x0").shrunk() - effects.get("x1").shrunk()))
                .isLessThan(Math.abs(apart));
        assertThat(effects.values())
                .allSatisfy(one -> assertThat(one.interval().high()).isNegative());
    }
}
