package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** Who has been trained, and how handling looks after the training. */
public final class PeopleSection implements ReportSection {
    private static final String HANDLING = "mart.request_handling";

    @Override
    public String anchor() {
        return "people";
    }

    @Override
    public String title() {
        return "Training and adoption";
    }

    @Override
    public String question() {
        return "Who has been trained, and what has it changed?";
    }

    @Override
    public Section write(ReportData data) {
        Section section = data.has(Register.TABLE)
                ? blank().lead(Register.sentence(data)).with(blocks(data).toArray(Block[]::new))
                : blank().lead(Text.of("Not measurable: the data hold no trainings."))
                        .with(noTrainings());
        return Inputs.of(data, "requests", "trainings", "training_attendance", "users")
                .grade(section);
    }

    private static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>(Register.blocks(data));
        if (data.has(HANDLING)) {
            blocks.addAll(AfterTraining.blocks(data));
        }
        return blocks;
    }

    private static Block noTrainings() {
        return Notice.noData(Text.of("The training register needs crm.trainings and crm.training_attendance: one row"
                + " for each session and one for each person enrolled. No source supplies any; few CRMs keep them, so"
                + " supply them as files."));
    }
}
