package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;

/** Looks at one thing, and writes a sentence when it passes a threshold beyond what chance explains. */
public interface Rule {
    /** What is looked at, and when the rule speaks. */
    Criterion criterion();

    Optional<Finding> judge(ReportData data);
}
