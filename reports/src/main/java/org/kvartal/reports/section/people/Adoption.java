package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;

/** Whether people use the CRM: how many, how that goes on after a training, where it has dropped, and what was done. */
final class Adoption {
    static final Unit PERSONS = Unit.count("persons");

    private static final String USE = "forecast.adoption_use";
    private static final String UNITS = "forecast.adoption_units";
    private static final int MOST_TEAMS = 12;

    private Adoption() {}

    static List<Block> blocks(ReportData data) {
        if (!data.has(USE)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(use(data)));
        AdoptionCurve.chart(data).ifPresent(blocks::add);
        blocks.add(
                Notice.caveat(Text.of("Use is what people do in the CRM beyond opening it. These figures serve to offer"
                        + " help and are no measure of anyone's work. Persons stand under pseudonyms, and units too small to"
                        + " protect their members have no figures.")));
        return blocks;
    }

    static List<Block> details(ReportData data) {
        if (!data.has(USE)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(AdoptionCurve.warnings(data));
        blocks.add(teams(data));
        blocks.addAll(AdoptionPeople.blocks(data));
        blocks.addAll(AdoptionWork.blocks(data));
        return blocks;
    }

    /** The last week that was complete. */
    private static Text use(ReportData data) {
        String weeks = "grain = 'week' and first_day + interval 7 day <= " + Condition.literal(data.asOf())
                + " + interval 1 day and scope = 'total'";
        Origin week = new Origin(USE, weeks, "max(first_day)");
        return Text.of(
                "In the week from {0}, {1} of {2} persons used the CRM, and {3} opened it.",
                data.fact(week, Unit.DATE),
                latest(data, weeks, "active_count"),
                latest(data, weeks, "person_count"),
                latest(data, weeks, "seen_count"));
    }

    private static Fact latest(ReportData data, String weeks, String column) {
        return data.fact(USE, weeks, "arg_max(" + column + ", first_day)", PERSONS);
    }

    private static DataTable teams(ReportData data) {
        DataTable table = DataTable.of(
                "Share of working days with use, by team; the change is that since a drop beyond chance",
                Column.text("Team"),
                Column.number("Persons", PERSONS),
                Column.number("Usual", Unit.RATE),
                Column.number("Since the drop", Unit.RATE),
                Column.gain("Change", Unit.POINTS),
                Column.number("95% from", Unit.POINTS.asChange()),
                Column.number("95% to", Unit.POINTS.asChange()),
                Column.exact("Since", Unit.DATE),
                Column.number("Dropped", PERSONS));
        Origin size = new Origin(UNITS, "scope = 'team' and person_count is not null", "sum(person_count)");
        for (Member team : Members.largest(data, Dimension.TEAM, size, MOST_TEAMS)) {
            if (!team.condition().contains(" not in ")) {
                table = table.row(team.label(), unit(data, Condition.all("scope = 'team'", team.condition())));
            }
        }
        return table.total("All, also teams too small to be shown", unit(data, "scope = 'total'"));
    }

    private static Fact[] unit(ReportData data, String condition) {
        return new Fact[] {
            fact(data, condition, "person_count", PERSONS),
            fact(data, condition, "usual_share", Unit.RATE),
            fact(data, condition, "recent_share", Unit.RATE),
            fact(data, condition, "change", Unit.POINTS.asChange()),
            fact(data, condition, "low", Unit.POINTS.asChange()),
            fact(data, condition, "high", Unit.POINTS.asChange()),
            data.cell(UNITS, condition, "since", Unit.DATE),
            fact(data, condition, "dropped_count", PERSONS)
        };
    }

    static Fact fact(ReportData data, String condition, String column, Unit unit) {
        return data.fact(UNITS, condition, "sum(" + column + ")", unit);
    }
}
