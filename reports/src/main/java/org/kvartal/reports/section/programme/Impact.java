package org.kvartal.reports.section.programme;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** What the programme is known to have changed: the courses, as the section on people measures them. No cost, no return. */
final class Impact {
    private static final String TABLE = "forecast.training_verdicts";
    private static final String PROVEN = "verdict in ('fell', 'rose')";
    private static final Unit OUTCOMES = Unit.count("outcomes");

    private Impact() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        if (data.has(TABLE)) {
            blocks.add(new Paragraph(courses(data)));
            saved(data, blocks);
        } else {
            blocks.add(Notice.noData(Text.of(
                    "What the programme changed is not measurable: the data hold no course with people to compare.")));
        }
        blocks.add(Notice.noData(
                Text.of("Cost, payback and return are not yet measured: no source supplies what the CRM costs."
                        + " Until then nobody can say that it pays.")));
        return blocks;
    }

    private static Text courses(ReportData data) {
        return Text.of(
                "Of {0} outcomes of courses that were held against people without the course, {1} changed beyond chance and"
                        + " for {2} there is no evidence.",
                data.fact(Origin.of(TABLE, "count(*)"), OUTCOMES),
                data.fact(new Origin(TABLE, PROVEN, "count(*)"), OUTCOMES),
                data.fact(new Origin(TABLE, "not (" + PROVEN + ")", "count(*)"), OUTCOMES));
    }

    private static void saved(ReportData data, List<Block> blocks) {
        Unit hours = Unit.measure("hours", 0);
        Fact saved = data.fact(new Origin(TABLE, "is_headline", "max(hours_saved)"), hours);
        if (saved.number().isPresent()) {
            blocks.add(new Paragraph(Text.of(
                    "The course {0} has shortened the handling of requests by {1} in all (95% interval {2} to {3}): hours that"
                            + " customers waited less, not hours of work.",
                    data.fact(new Origin(TABLE, "is_headline", "max(programme)"), Unit.TEXT),
                    saved,
                    data.fact(new Origin(TABLE, "is_headline", "max(hours_saved_low)"), hours),
                    data.fact(new Origin(TABLE, "is_headline", "max(hours_saved_high)"), hours))));
        }
    }
}
