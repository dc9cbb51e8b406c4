package org.kvartal.reports.section.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;

/**
 * Handling times by the months since the agent's first training: a description, not the effect of the training.
 * <pre>
 *   typical  = exp(mean of ln hours)
 *   interval = exp(mean of ln hours -+ 1.96 s / sqrt(n))        s: standard deviation of ln hours, n: requests
 * </pre>
 */
final class AfterTraining {
    private static final String TABLE = "mart.handling_by_training_month";
    private static final int FROM_MONTH = -6;
    private static final int TO_MONTH = 12;
    private static final Unit HOURS = Unit.measure("hours", 1);
    private static final String N = "sum(handled_count)";
    private static final String MEAN = "sum(log_handling_hours) / " + N;
    private static final String ERROR = "1.96 * sqrt(greatest(0, sum(log_handling_hours_squares)"
            + " - pow(sum(log_handling_hours), 2) / " + N + ") / nullif(" + N + " - 1, 0) / " + N + ")";

    private AfterTraining() {}

    static List<Block> blocks(ReportData data) {
        return chart(data)
                .<List<Block>>map(chart -> List.of(new Figure(chart), caveat()))
                .orElseGet(() -> List.of(Notice.noData(Text.of("Handling before and after training cannot be shown: no"
                        + " agent who was trained has resolved requests both before and after it."))));
    }

    private static Block caveat() {
        return Notice.caveat(Text.of("Description, not effect: agents, months and kinds of request differ from point to"
                + " point, and the intervals do not know that requests of one agent are alike."));
    }

    /** Empty unless there are requests on both sides of the training. */
    private static Optional<LineChart> chart(ReportData data) {
        Fact before = side(data, "months_since_training < 0");
        Fact after = side(data, "months_since_training > 0");
        if (before.number().isEmpty() || after.number().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> months =
                IntStream.rangeClosed(FROM_MONTH, TO_MONTH).boxed().toList();
        Heading heading = new Heading(
                Text.of(
                        "Typically {0} before the agent's training and {1} after it, which is not yet an effect",
                        before, after),
                data.project().name(),
                "Typical time to resolution by months since training",
                HOURS,
                label(FROM_MONTH) + " to " + label(TO_MONTH) + " months" + ", AC with 95% interval");
        Series typical = Series.of(
                Scenario.ACTUAL,
                months.stream().map(month -> typical(data, month)).toList());
        return Optional.of(new LineChart(
                heading, months.stream().map(AfterTraining::label).toList(), List.of(typical.named("Typical hours"))));
    }

    private static Fact side(ReportData data, String condition) {
        return fact(data, condition, Measures.TYPICAL_HANDLING_HOURS.sql());
    }

    private static Estimate typical(ReportData data, int month) {
        String condition = "months_since_training = " + month;
        return Estimate.between(
                fact(data, condition, "exp(" + MEAN + " - " + ERROR + ")"),
                fact(data, condition, Measures.TYPICAL_HANDLING_HOURS.sql()),
                fact(data, condition, "exp(" + MEAN + " + " + ERROR + ")"));
    }

    private static Fact fact(ReportData data, String condition, String measure) {
        return data.fact(new Origin(TABLE, condition, measure), HOURS);
    }

    private static String label(int month) {
        return month > 0 ? "+" + month : month == 0 ? "training" : "\u2212" + -month;
    }
}
