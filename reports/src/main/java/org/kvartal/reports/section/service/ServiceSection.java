package org.kvartal.reports.section.service;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** How customers' requests are handled. */
public final class ServiceSection implements ReportSection {
    @Override
    public String anchor() {
        return "service";
    }

    @Override
    public String title() {
        return "Service";
    }

    @Override
    public String question() {
        return "How are customers served?";
    }

    @Override
    public Section write(ReportData data) {
        Section section = data.has(Handling.REQUESTS)
                ? blank().lead(Handling.sentence(data))
                        .with(Handling.blocks(data).toArray(Block[]::new))
                : blank().lead(Text.of("Not measurable: the data hold no service requests."))
                        .with(noRequests());
        return Inputs.of(data, "requests", "users").grade(section);
    }

    private static Block noRequests() {
        return Notice.noData(Text.of("Handling times and satisfaction need crm.requests: when each request was opened"
                + " and resolved, by whom, and the customer's mark. No source supplies any."));
    }
}
