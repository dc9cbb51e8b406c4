package org.kvartal.reports.section.servicetraining;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** How customers' requests are handled, who has been trained, and how handling looks after the training. */
public final class ServiceTrainingSection implements ReportSection {
    @Override
    public String anchor() {
        return "service-training";
    }

    @Override
    public String title() {
        return "Service and training";
    }

    @Override
    public String question() {
        return "How are customers served, and who has been trained?";
    }

    @Override
    public Section write(ReportData data) {
        boolean hasRequests = data.has(Handling.REQUESTS);
        boolean hasTrainings = data.has(Register.TABLE);
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(hasRequests ? Handling.blocks(data) : List.of(noRequests()));
        blocks.addAll(hasTrainings ? Register.blocks(data) : List.of(noTrainings()));
        if (hasRequests && hasTrainings) {
            blocks.addAll(AfterTraining.blocks(data));
        }
        Section section = blank().lead(lead(data, hasRequests, hasTrainings)).with(blocks.toArray(Block[]::new));
        return Inputs.of(data, "requests", "trainings", "training_attendance", "users")
                .grade(section);
    }

    private static Text lead(ReportData data, boolean hasRequests, boolean hasTrainings) {
        if (hasRequests) {
            return Handling.sentence(data);
        }
        return hasTrainings
                ? Register.sentence(data)
                : Text.of("Not measurable: the data hold neither service requests nor trainings.");
    }

    private static Block noRequests() {
        return Notice.noData(Text.of("Handling times and satisfaction need crm.requests: when each request was opened"
                + " and resolved, by whom, and the customer's mark. No source supplies any."));
    }

    private static Block noTrainings() {
        return Notice.noData(Text.of("The training register needs crm.trainings and crm.training_attendance: one row"
                + " for each session and one for each person enrolled. No source supplies any; few CRMs keep them, so"
                + " supply them as files."));
    }
}
