package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** After a course, the use of the CRM has fallen beyond chance, or a team uses it less beyond chance. */
final class AdoptionRule implements Rule {
    private static final String TABLE = "forecast.adoption_units";
    private static final String DROPPED = "state = 'dropped' and high < 0";
    private static final String PEOPLE = "forecast.adoption_people";

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "adoption",
                Text.of("The use of the CRM by teams, and after courses"),
                Text.of(
                        "In at least one team or after one course it dropped, and the 95% interval of the change lies below"
                                + " zero."),
                TABLE,
                PEOPLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Fact teams = units(data, Condition.all("scope = 'team'", DROPPED));
        Fact courses = units(data, Condition.all("scope = 'programme'", DROPPED));
        double count = Numbers.of(teams) + Numbers.of(courses);
        return count > 0 ? Optional.of(finding(data, teams, courses, count)) : Optional.empty();
    }

    private static Finding finding(ReportData data, Fact teams, Fact courses, double effect) {
        Fact change = data.fact(new Origin(TABLE, DROPPED, "min(change)"), Unit.POINTS);
        Fact persons =
                data.fact(new Origin(PEOPLE, "state in ('dropped', 'stopped')", "count(*)"), Unit.count("persons"));
        return Finding.of(
                        Topic.FAILURE,
                        Text.of(
                                "The CRM is used less in {0} teams and after {1} courses, beyond chance; the deepest drop is"
                                        + " {2} of the working days with use.",
                                teams, courses, change),
                        effect)
                .asking(Text.of(
                        "Decide who talks with the {0} persons whose use dropped or stopped, and what hinders them.",
                        persons));
    }

    private static Fact units(ReportData data, String rows) {
        return data.fact(new Origin(TABLE, rows, "count(*)"), Unit.count("units"));
    }
}
