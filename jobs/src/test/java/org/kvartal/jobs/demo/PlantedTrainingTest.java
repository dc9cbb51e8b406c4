package org.kvartal.jobs.demo;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.training.Enrolment;
import org.kvartal.forecast.training.OutcomeCell;
import org.kvartal.forecast.training.OutcomePanel;
import org.kvartal.forecast.training.Programme;
import org.kvartal.forecast.training.TrainingMeasurement;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.forecast.training.TrainingVerdicts;
import org.kvartal.jobs.demo.PlantedTruth.Trained;
import org.kvartal.jobs.demo.ResidualHours.Handled;

import static org.assertj.core.api.Assertions.assertThat;

/** The effect planted on handling times is found by the method that measures it at night. */
class PlantedTrainingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 31);

    @TempDir
    private static Path folder;

    private record Key(String person, String kind, LocalDate month, int phase) {}

    private static final class Sums {
        private long count;
        private double total;
        private double squares;
    }

    @Test
    void theMethodOfTheNightFindsThePlantedEffect() throws SQLException {
        DemoCrm crm = DemoCrm.simulate(1, Size.S, DAY);
        PlantedTruth.HandlingTraining planted = crm.truth(DAY).handlingTraining();
        Map<Integer, LocalDate> since =
                planted.trained().stream().collect(Collectors.toMap(Trained::employeeId, Trained::day));
        List<Handled> requests =
                ResidualHours.read(DemoDatabase.write(crm, folder.resolve("crm"), DAY)).requests().stream()
                        .filter(one -> !one.day().isAfter(LAST))
                        .toList();
        TrainingMeasurement measured = measured(requests, since);
        Effect found = measured.headline().orElseThrow();

        double truth = truth(planted, requests, since);
        assertThat(truth).isBetween(-0.35, -0.25);
        assertThat(found.interval().low()).isLessThan(truth);
        assertThat(found.interval().high()).isGreaterThan(truth).isNegative();
        assertThat(new TrainingVerdicts(Map.of(TrainingOutcome.HANDLING_TIME, measured))
                        .of(TrainingOutcome.HANDLING_TIME))
                .isEqualTo(TrainingVerdicts.Verdict.FELL);
    }

    private static TrainingMeasurement measured(List<Handled> requests, Map<Integer, LocalDate> since) {
        Map<Key, Sums> sums = new HashMap<>();
        for (Handled one : requests) {
            Sums sum = sums.computeIfAbsent(
                    new Key(String.valueOf(one.agent()), one.kind(), one.month(), isAfter(one, since) ? 1 : 0),
                    key -> new Sums());
            sum.count++;
            sum.total += one.logHours();
            sum.squares += one.logHours() * one.logHours();
        }
        List<OutcomeCell> cells = new ArrayList<>();
        sums.forEach((key, sum) -> cells.add(new OutcomeCell(
                key.person(), key.kind(), key.month(), key.phase(), sum.count, sum.total, sum.squares, 0)));
        List<Enrolment> enrolments = new ArrayList<>();
        since.forEach((person, day) -> enrolments.add(new Enrolment(
                "s" + day,
                Trainings.HANDLING,
                Trainings.HANDLING,
                day,
                null,
                String.valueOf(person),
                "attended",
                null)));
        return TrainingMeasurement.of(
                OutcomePanel.of(cells, Programme.of(enrolments, DAY).get(0), Map.of()), 1);
    }

    private static boolean isAfter(Handled one, Map<Integer, LocalDate> since) {
        LocalDate day = since.get(one.agent());
        return day != null && !one.day().isBefore(day);
    }

    /** Mean of what was planted, over the requests after training. */
    private static double truth(
            PlantedTruth.HandlingTraining planted, List<Handled> requests, Map<Integer, LocalDate> since) {
        TrainingEffect effect = new TrainingEffect(planted.peakChange(), planted.rampDays(), planted.halfLifeDays());
        return requests.stream()
                .filter(one -> isAfter(one, since))
                .mapToDouble(one -> effect.logFactor(ChronoUnit.DAYS.between(since.get(one.agent()), one.day())))
                .average()
                .orElseThrow();
    }
}
