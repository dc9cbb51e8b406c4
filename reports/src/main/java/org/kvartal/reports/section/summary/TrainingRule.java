package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;

/** Trainings are recorded, and fewer than four in five of those who work with the CRM have been trained. */
final class TrainingRule implements Rule {
    private static final String TABLE = "mart.training_coverage";
    private static final double FOUR_IN_FIVE = 0.8;

    @Override
    public Optional<Finding> judge(ReportData data) {
        if (!data.has("mart.training_register")) {
            return Optional.empty();
        }
        Fact rate = data.fact(Origin.of(TABLE, Measures.TRAINING_COVERAGE_RATE.sql()), Unit.RATE);
        return rate.number()
                .filter(number -> number.doubleValue() < FOUR_IN_FIVE)
                .map(number -> new Finding(
                        Topic.NEED,
                        Text.of(
                                "{0} of {1} persons who work with the CRM have not been trained.",
                                persons(data, "sum(untrained_count)"), persons(data, "sum(headcount)"))));
    }

    private static Fact persons(ReportData data, String measure) {
        return data.fact(Origin.of(TABLE, measure), Unit.count("persons"));
    }
}
