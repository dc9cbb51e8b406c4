package org.kvartal.reports.section.programme;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** What the programme was to reach, what was decided for it and came of that, and what it is known to have changed. */
public final class ProgrammeSection implements ReportSection {
    @Override
    public String anchor() {
        return "programme";
    }

    @Override
    public Text title() {
        return Text.of("CRM programme");
    }

    @Override
    public Text question() {
        return Text.of("Does the CRM programme pay?");
    }

    @Override
    public Section write(ReportData data) {
        Goals goals = Goals.read(data);
        Fact waiting = Decisions.count(data, Decisions.waiting(data.asOf()));
        Section section = blank().lead(lead(data, goals, waiting))
                .with(goals.blocks().toArray(Block[]::new))
                .with(Decisions.blocks(data).toArray(Block[]::new));
        if (goals.isEmpty()) {
            section = section.with(
                    Notice.noData(Text.of("No goals are set. Write them into the file goals of a source with"
                            + " the preset files: each with a metric, a target, a day and an owner.")));
        }
        return Inputs.of(data, "goals", "decisions")
                .grade(section.with(Impact.blocks(data).toArray(Block[]::new)));
    }

    private static Text lead(ReportData data, Goals goals, Fact waiting) {
        Fact followed = data.fact(new Origin(Goal.TABLE, Goals.known(data.asOf()), "count(*)"), Unit.count("goals"));
        if (goals.isEmpty()) {
            return Text.of("Whether it pays is not yet measured, and no goal says what it is to reach.");
        }
        if (goals.count(Goal.Status.MISSED) > 0) {
            return Text.of(
                    "Whether it pays is not yet measured. Of {0} goals not all were reached in time; {1} decisions wait, {2}"
                            + " of them past their day.",
                    followed, waiting, Decisions.count(data, Decisions.overdue(data.asOf())));
        }
        return Text.of(
                "Whether it pays is not yet measured. {0} goals are followed, none missed; {1} decisions wait, {2} of them past"
                        + " their day.",
                followed, waiting, Decisions.count(data, Decisions.overdue(data.asOf())));
    }
}
