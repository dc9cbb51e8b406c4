package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;

/** Looks at one thing, and writes a sentence when it passes a threshold beyond what chance explains. */
interface Rule {
    Optional<Finding> judge(ReportData data);
}
