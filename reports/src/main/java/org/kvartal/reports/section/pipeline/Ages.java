package org.kvartal.reports.section.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.OpenPipeline;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/** How long the open deals have been open. */
final class Ages {
    private static final String TABLE = "mart.opportunity_ages";
    private static final String OPEN = "outcome = 'open'";

    private Ages() {}

    static BarChart chart(ReportData data) {
        Table bands = data.table(
                "select cast(age_from_days as varchar) as low, cast(max(age_to_days) as varchar) as high" + " from "
                        + TABLE + " where " + OPEN + " group by age_from_days order by age_from_days nulls last");
        List<Text> labels = new ArrayList<>();
        List<Fact> counts = new ArrayList<>();
        for (int i = 0; i < bands.rowCount(); i++) {
            String low = bands.stringColumn("low").get(i);
            String high = bands.stringColumn("high").get(i);
            labels.add(label(low, high));
            counts.add(count(data, low.isEmpty() ? "age_from_days is null" : "age_from_days = " + low));
        }
        Heading heading = new Heading(
                message(data), data.project().name(), "Open deals by age", OpenPipeline.COUNT, Period.day(data.asOf()));
        return new BarChart(heading, labels, List.of(Series.actual(counts.toArray(Fact[]::new))));
    }

    private static Text label(String low, String high) {
        if (low.isEmpty()) {
            return Text.of("Age not known");
        }
        return high.isEmpty()
                ? Text.of("From {0} days", digits(low))
                : Text.of("{0} to {1} days", digits(low), digits(high));
    }

    private static Span digits(String days) {
        return Span.digits(new BigDecimal(days).longValue());
    }

    private static Fact count(ReportData data, String band) {
        return data.fact(TABLE, OPEN + " and " + band, "sum(opportunity_count)", OpenPipeline.COUNT);
    }

    private static Text message(ReportData data) {
        Origin old = Origin.of(OpenPipeline.DEALS, "count(*)").where("age_days > age_limit_days");
        Fact limit = data.fact(Origin.of(OpenPipeline.DEALS, "max(age_limit_days)"), Unit.measure("days", 0));
        if (limit.number().isEmpty()) {
            return Text.of("Too few deals were won to tell which age is too old");
        }
        return Text.of(
                "{0} open deals are older than {1}, the age by which 95 of 100 wins were closed",
                data.fact(old, OpenPipeline.COUNT), limit);
    }
}
