package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;

/** A section of the report: a question, and how the datasets answer it. */
public interface ReportSection {
    /** Kebab-case name: package, anchor and setting. */
    String anchor();

    Text title();

    /** The question that a reader has. */
    Text question();

    /** The least trusted readers that may see it. */
    default Audience audience() {
        return Audience.BOARD;
    }

    /** The answer. Without data it says so in a notice; it fails only when something is broken. */
    Section write(ReportData data);

    /** The section, still to be filled. */
    default Section blank() {
        return Section.answering(anchor(), title(), question());
    }
}
