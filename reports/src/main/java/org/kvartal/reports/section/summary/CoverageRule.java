package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;

/** Trainings are recorded, and fewer than four in five of those who work with the CRM have been trained. */
final class CoverageRule implements Rule {
    private static final String TABLE = "mart.training_coverage";
    private static final double FOUR_IN_FIVE = 0.8;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "training-coverage",
                Text.of("Those who work with the CRM and have been trained"),
                Text.of("Trainings are recorded, and fewer than 80% have been trained."),
                TABLE,
                "mart.training_register");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        if (!data.has("mart.training_register")) {
            return Optional.empty();
        }
        double rate = Numbers.orNone(data.fact(Origin.of(TABLE, Measures.TRAINING_COVERAGE_RATE.sql()), Unit.RATE));
        return rate < FOUR_IN_FIVE ? Optional.of(finding(data, (1 - rate) / (1 - FOUR_IN_FIVE))) : Optional.empty();
    }

    private static Finding finding(ReportData data, double effect) {
        Fact untrained = persons(data, "sum(untrained_count)");
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "{0} of {1} persons who work with the CRM have not been trained.",
                                untrained, persons(data, "sum(headcount)")),
                        effect)
                .asking(Text.of("Decide when the {0} persons without training get theirs.", untrained));
    }

    private static Fact persons(ReportData data, String measure) {
        return data.fact(Origin.of(TABLE, measure), Unit.count("persons"));
    }
}
