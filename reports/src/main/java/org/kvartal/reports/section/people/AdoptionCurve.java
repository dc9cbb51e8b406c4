package org.kvartal.reports.section.people;

import java.util.ArrayList;
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
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** Use by weeks since the training, all trainings of a course laid over each other, and the warning that follows from it. */
final class AdoptionCurve {
    private static final String CURVE = "forecast.adoption_curve";
    private static final String UNITS = "forecast.adoption_units";
    private static final Unit WEEKS = Unit.measure("weeks", 0);
    private static final Unit EXPECTED = Unit.measure("persons", 1);

    private AdoptionCurve() {}

    /** Of the course with the most persons trained; empty when none has enough. */
    static Optional<Block> chart(ReportData data) {
        Table course = data.table("select programme, cast(min(week) as integer) as first_week,"
                + " cast(max(week) as integer) as last_week from " + CURVE
                + " where person_count is not null group by 1 having max(week) > 0 and min(week) < 0"
                + " order by max(person_count) desc, 1 limit 1");
        if (course.rowCount() == 0) {
            return Optional.empty();
        }
        String programme = course.stringColumn("programme").get(0);
        List<Integer> weeks = IntStream.rangeClosed(
                        course.intColumn("first_week").get(0),
                        course.intColumn("last_week").get(0))
                .boxed()
                .toList();
        Heading heading = new Heading(
                message(data, programme),
                data.project().name(),
                Text.of("Share of working days with use by weeks since the course {0}", Span.words(programme)),
                Unit.RATE,
                Text.of(
                        "{0} to {1} weeks, AC with 95% interval",
                        label(weeks.get(0)), label(weeks.get(weeks.size() - 1))));
        Series share = Series.of(
                Scenario.ACTUAL,
                weeks.stream().map(week -> share(data, programme, week)).toList());
        return Optional.of(new Figure(new LineChart(
                heading, weeks.stream().map(AdoptionCurve::label).toList(), List.of(share.named("Share of days")))));
    }

    private static Text message(ReportData data, String programme) {
        String condition = programme(programme);
        Fact days = Adoption.fact(data, condition, "since_days", Unit.measure("working days", 0));
        if (days.number().isEmpty()) {
            return Text.of("Use has not dropped beyond chance after the course {0}", Span.words(programme));
        }
        return Text.of(
                "About {0} after the course, use falls from {1} to {2} of the working days",
                data.fact(UNITS, condition, "round(sum(since_days) / 5.0)", WEEKS),
                Adoption.fact(data, condition, "usual_share", Unit.RATE),
                Adoption.fact(data, condition, "recent_share", Unit.RATE));
    }

    /** Of every course that people are still expected to drop after. */
    static List<Block> warnings(ReportData data) {
        Table courses = data.table("select programme from " + UNITS
                + " where scope = 'programme' and person_count is not null order by person_count desc, programme");
        List<Block> warnings = new ArrayList<>();
        for (String programme : courses.stringColumn("programme").asList()) {
            String condition = programme(programme);
            warnings.add(new Paragraph(Text.of(
                    "After the course {0}, use has dropped for {1} of {2} persons. Of those who still use the CRM, {3} are"
                            + " expected to drop within four weeks (95% interval {4} to {5}), if they do as those before"
                            + " them.",
                    Span.words(programme),
                    Adoption.fact(data, condition, "dropped_count", Adoption.PERSONS),
                    Adoption.fact(data, condition, "person_count", Adoption.PERSONS),
                    Adoption.fact(data, condition, "expected_drops", EXPECTED),
                    Adoption.fact(data, condition, "expected_low", EXPECTED),
                    Adoption.fact(data, condition, "expected_high", EXPECTED))));
        }
        return warnings;
    }

    private static String programme(String programme) {
        return Condition.all("scope = 'programme'", Condition.is("programme", programme));
    }

    private static Estimate share(ReportData data, String programme, int week) {
        String condition = Condition.all(Condition.is("programme", programme), "week = " + week);
        return Estimate.between(
                fact(data, condition, "low"), fact(data, condition, "active_share"), fact(data, condition, "high"));
    }

    private static Fact fact(ReportData data, String condition, String column) {
        return data.cell(CURVE, condition, column, Unit.RATE);
    }

    private static Text label(int week) {
        return week == 0 ? Text.of("course") : Text.of("{0}", Span.offset(week));
    }
}
