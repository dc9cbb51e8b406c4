package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Audience;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** What trainings changed, who has been trained, and who is to follow. */
public final class PeopleSection implements ReportSection {
    @Override
    public String anchor() {
        return "people";
    }

    @Override
    public Text title() {
        return Text.of("Training and adoption");
    }

    @Override
    public Text question() {
        return Text.of("Who has been trained, and what has it changed?");
    }

    /** It names those who train and are trained. */
    @Override
    public Audience audience() {
        return Audience.MANAGEMENT;
    }

    @Override
    public Section write(ReportData data) {
        Section section = data.has(Register.TABLE)
                ? blank().lead(message(data)).with(blocks(data))
                : blank().lead(Text.of("Not measurable: the data hold no trainings."))
                        .with(noTrainings());
        return Inputs.of(data, "requests", "trainings", "training_attendance", "users", "usage_events")
                .grade(section.with(Adoption.blocks(data)).detail(details(data)));
    }

    private static Text message(ReportData data) {
        return Headline.of(data)
                .map(headline -> TrainingMessage.of(data, headline))
                .orElseGet(() -> Register.sentence(data));
    }

    private static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        Headline.of(data).ifPresent(headline -> {
            blocks.addAll(EventChart.blocks(data, headline));
            blocks.addAll(OutcomeTables.blocks(data));
            blocks.addAll(Persistence.blocks(data, headline));
            blocks.add(new Paragraph(Register.sentence(data)));
        });
        return blocks;
    }

    private static List<Block> details(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        if (data.has(Register.TABLE)) {
            Headline.of(data).ifPresent(headline -> {
                blocks.addAll(EventChart.details(data, headline));
                blocks.addAll(OutcomeTables.details(data));
                blocks.addAll(Persistence.details(data, headline));
            });
            blocks.addAll(Register.blocks(data));
            blocks.addAll(Checkpoints.blocks(data));
            blocks.addAll(Trainers.blocks(data));
        }
        blocks.addAll(Adoption.details(data));
        return blocks;
    }

    private static Block noTrainings() {
        return Notice.noData(Text.of("The training register needs crm.trainings and crm.training_attendance: one row"
                + " for each session and one for each person enrolled. No source supplies any; few CRMs keep them, so"
                + " supply them as files."));
    }
}
