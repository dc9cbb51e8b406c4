package org.kvartal.reports.section.service;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Member;
import tech.tablesaw.api.Table;

/** What the parts of the section ask of requests. */
final class Requests {
    static final String ALL = "mart.request_handling";
    static final String SURVIVAL = "forecast.request_survival";
    static final Unit COUNT = Unit.count("requests");
    static final Unit WORKING = Unit.measure("working hours", 1);

    /** Working hours in tables, whose captions say so. */
    static final Unit HOURS = Unit.measure("h", 1);

    private static final int MOST_MEMBERS = 10;

    private Requests() {}

    static Fact count(ReportData data, String condition) {
        return data.fact(ALL, condition, "count(*)", COUNT);
    }

    /** The rows of one group of requests that tell by when agents resolve them, in working hours. */
    static String resolved(String grouping, String memberCondition) {
        return Condition.all(
                Condition.is("grouping", grouping),
                memberCondition,
                "clock = 'handling' and unit = 'working' and ending = 'resolved'");
    }

    /** By when a share of the requests is resolved, open ones counted for as long as they have been open. */
    static Estimate quantile(ReportData data, String condition, String quantile, Unit unit) {
        return Estimate.between(
                hours(data, condition, quantile + "_low", unit),
                hours(data, condition, quantile, unit),
                hours(data, condition, quantile + "_high", unit));
    }

    static Fact working(ReportData data, String condition, String column) {
        return hours(data, condition, column, WORKING);
    }

    private static Fact hours(ReportData data, String condition, String column, Unit unit) {
        return data.cell(SURVIVAL, condition, column, unit);
    }

    /** Priorities with the most urgent first, as far as what is promised tells which that is. */
    static List<Member> priorities(ReportData data) {
        return priorityValues(data).stream()
                .map(value -> new Member(priorityLabel(value), Condition.is("member", value)))
                .toList();
    }

    static Text priorityLabel(String value) {
        return value.isEmpty() ? Text.of("No priority") : Text.name(value);
    }

    /** As the source names them, in the same order; the empty text stands for none. */
    static List<String> priorityValues(ReportData data) {
        Table rows =
                data.table("select s.member as member from " + SURVIVAL + " s left join (select coalesce(priority, '')"
                        + " as member, min(target_hours) as target from forecast.request_times group by 1) t using (member)"
                        + " where s.grouping = 'priority' and s.clock = 'handling' and s.unit = 'working' and s.ending = 'any'"
                        + " order by t.target nulls last, s.member limit " + MOST_MEMBERS);
        return rows.stringColumn("member").asList();
    }

    /** Teams by name. */
    static List<Member> teams(ReportData data) {
        Table rows = data.table("select s.member as member, coalesce(t.name, s.member) as name from " + SURVIVAL
                + " s left join crm.teams t on t.team_id = s.member"
                + " where s.grouping = 'team' and s.clock = 'handling' and s.unit = 'working' and s.ending = 'any'"
                + " order by s.request_count desc, name limit " + MOST_MEMBERS);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < rows.rowCount(); i++) {
            String member = rows.stringColumn("member").get(i);
            members.add(new Member(
                    member.isEmpty()
                            ? Text.of("No team")
                            : Text.name(rows.stringColumn("name").get(i)),
                    Condition.is("member", member)));
        }
        return members;
    }
}
