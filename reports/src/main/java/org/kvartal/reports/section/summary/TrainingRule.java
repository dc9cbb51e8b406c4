package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Direction;

/**
 * A course made a difference beyond chance that was not there before it: the 95 % interval of its headline effect leaves
 * out zero, and neither the trend before it nor a pretended date shows one.
 */
final class TrainingRule implements Rule {
    private static final String TABLE = "forecast.training_verdicts";
    private static final String PROVEN =
            "is_headline and verdict in ('fell', 'rose') and not coalesce(pre_trend_p_value"
                    + " < 0.05 or placebo_low > 0 or placebo_high < 0, false)";
    private static final Unit CHANGE = Unit.RATE.asChange();

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "training-effect",
                Text.of("What the course with the most cases changed in the handling of requests"),
                Text.of(
                        "The 95% interval of the effect leaves out zero, and the trained had not been changing before."),
                TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        String rows = Condition.all(PROVEN, "outcome in ('handling_time', 'first_response')");
        Estimate change = Estimate.between(
                fact(data, rows, "max(change_low)"),
                fact(data, rows, "max(change)"),
                fact(data, rows, "max(change_high)"));
        return switch (Direction.of(change)) {
            case DOWN ->
                Optional.of(finding(
                        Topic.SUCCESS,
                        "Since the course {0}, those trained handle requests faster than they would have: {1} (95% interval"
                                + " {2} to {3}).",
                        data,
                        rows,
                        change));
            case UP ->
                Optional.of(finding(
                        Topic.FAILURE,
                        "Since the course {0}, those trained handle requests slower than they would have: {1} (95% interval"
                                + " {2} to {3}).",
                        data,
                        rows,
                        change));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Finding finding(
            Topic topic, @Message String sentence, ReportData data, String rows, Estimate change) {
        Fact course = data.fact(new Origin(TABLE, rows, "max(programme)"), Unit.TEXT);
        return Finding.of(
                topic,
                Text.of(sentence, course, change.value(), change.low(), change.high()),
                Finding.beyondChance(change));
    }

    private static Fact fact(ReportData data, String rows, String measure) {
        return data.fact(new Origin(TABLE, rows, measure), CHANGE);
    }
}
