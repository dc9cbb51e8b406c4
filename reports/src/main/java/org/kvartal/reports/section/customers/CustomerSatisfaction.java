package org.kvartal.reports.section.customers;

import java.util.List;
import org.kvartal.reports.chart.DotPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/**
 * The customers' marks by segment. The marks of one customer are alike, so that customers are what is drawn:
 * <pre>
 *   mean = sum s / sum n,  error = 1.96 sqrt(k / (k - 1) sum (s - mean n)^2) / sum n     n marks of sum s, k customers
 * </pre>
 * Source: Cochran (1977), Sampling techniques, section 6.3, the ratio of two sums.
 */
final class CustomerSatisfaction {
    private static final String TABLE = CustomerBase.SCORECARD;
    private static final Unit MARK = Unit.measure("", 2);
    private static final int FEWEST = 5;
    private static final String MEAN = "sum(mark_sum) / sum(mark_count)";
    private static final String ERROR = "1.96 * sqrt(cast(count(*) as double) / (count(*) - 1) * greatest(0,"
            + " sum(mark_sum * mark_sum) - 2 * " + MEAN + " * sum(mark_sum * mark_count) + pow(" + MEAN
            + ", 2) * sum(mark_count * mark_count))) / sum(mark_count)";

    private CustomerSatisfaction() {}

    /** Nothing unless some segments have enough customers who gave marks. */
    static List<Block> blocks(ReportData data) {
        Table rows =
                data.table("select coalesce(segment, '') as segment from " + TABLE + " where mark_count > 0 group by 1"
                        + " having count(*) >= " + FEWEST + " order by " + MEAN + " desc, 1");
        List<String> segments = rows.stringColumn("segment").asList();
        if (segments.isEmpty()) {
            return List.of();
        }
        List<Estimate> means = segments.stream()
                .map(segment -> mean(data, Condition.is("segment", segment)))
                .toList();
        Fact whole = mean(data, "").value();
        Fact marks = data.fact(TABLE, "mark_count > 0", "sum(mark_count)", Unit.count("marks"));
        Fact customers = data.fact(TABLE, "mark_count > 0", "count(*)", CustomerBase.COUNT);
        return List.of(new Figure(new DotPlot(
                new Heading(
                        Text.of("Customers give {0} of 5: {1} marks by {2} customers", whole, marks, customers),
                        data.project().name(),
                        "Mean mark by segment",
                        MARK,
                        Text.of(
                                "{0}, 95% interval over customers",
                                Period.completeMonths(12, data.asOf()).name())),
                segments.stream()
                        .map(segment -> segment.isEmpty() ? Text.of("not stated") : Text.name(segment))
                        .toList(),
                List.of(Series.of(Scenario.ACTUAL, means)),
                List.of(new Item("All customers", whole)))));
    }

    private static Estimate mean(ReportData data, String condition) {
        String those = Condition.all(condition, "mark_count > 0");
        return Estimate.between(
                fact(data, those, "greatest(1, " + MEAN + " - " + ERROR + ")"),
                fact(data, those, MEAN),
                fact(data, those, "least(5, " + MEAN + " + " + ERROR + ")"));
    }

    private static Fact fact(ReportData data, String condition, String measure) {
        return data.fact(TABLE, condition, measure, MARK);
    }
}
