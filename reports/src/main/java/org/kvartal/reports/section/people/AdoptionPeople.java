package org.kvartal.reports.section.people;

import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import tech.tablesaw.api.Table;

/** With whom a manager should talk, latest drop first: since when, and which work is missing. */
final class AdoptionPeople {
    private static final String TABLE = "forecast.adoption_people";
    private static final String TO_TALK_WITH = "state in ('dropped', 'stopped', 'silent')";
    private static final int MOST = 12;

    private AdoptionPeople() {}

    static List<Block> blocks(ReportData data) {
        Fact count = data.fact(TABLE, TO_TALK_WITH, "count(*)", Adoption.PERSONS);
        Fact away = data.fact(TABLE, "state = 'away'", "count(*)", Adoption.PERSONS);
        if (count.number().orElseThrow().signum() == 0) {
            return List.of(new Paragraph(Text.of("Nobody's use has dropped; {0} may be on leave.", away)));
        }
        return List.of(
                new Paragraph(Text.of(
                        "To talk with, because use dropped, stopped or fell silent: {0}. Without a trace but perhaps on"
                                + " leave, and not in the list: {1}.",
                        count, away)),
                table(data));
    }

    private static DataTable table(ReportData data) {
        Table people = data.table("select p.user_id, " + Dimension.PERSON.name("u", "p.user_id")
                + " as person, coalesce(t.name, '') as team,"
                + " p.state, coalesce(p.missing, '') as missing from " + TABLE
                + " p" + Dimension.PERSON.join("u", "p.user_id") + " left join crm.teams t on t.team_id = p.team_id"
                + " where p." + TO_TALK_WITH + " order by p.since desc, p.user_id limit " + MOST);
        DataTable table = DataTable.of(
                "For the managers of the teams: who uses the CRM less, latest first",
                Column.text("Person"),
                Column.text("Team"),
                Column.text("State"),
                Column.exact("Since", Unit.DATE),
                Column.number("Usual", Unit.RATE),
                Column.number("Now", Unit.RATE),
                Column.exact("Last course", Unit.DATE),
                Column.text("Work that is missing"));
        for (int i = 0; i < people.rowCount(); i++) {
            String id = people.stringColumn("user_id").get(i);
            String condition = Condition.is("user_id", id);
            table = table.row(
                    Cell.label(Text.name(people.stringColumn("person").get(i))),
                    Cell.label(Text.name(people.stringColumn("team").get(i))),
                    Cell.label(Text.phrase(people.stringColumn("state").get(i))),
                    number(data, condition, "since", Unit.DATE),
                    number(data, condition, "usual_share", Unit.RATE),
                    number(data, condition, "recent_share", Unit.RATE),
                    number(data, condition, "trained_on", Unit.DATE),
                    Cell.label(Text.name(people.stringColumn("missing").get(i))));
        }
        return table;
    }

    private static Cell number(ReportData data, String condition, String column, Unit unit) {
        return Cell.number(data.cell(TABLE, condition, column, unit));
    }
}
