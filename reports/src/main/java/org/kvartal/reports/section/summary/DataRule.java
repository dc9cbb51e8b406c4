package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;

/** More than one row in twenty of the opportunities was rejected or breaks a rule: grade C or worse. */
final class DataRule implements Rule {
    @Override
    public Optional<Finding> judge(ReportData data) {
        Inputs inputs = Inputs.of(data, "opportunities");
        return inputs.grade().compareTo(Grade.B) <= 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Topic.NEED,
                        Text.of(
                                "{0} of {1} opportunities break a rule and {2} were rejected: mend them in the CRM, the"
                                        + " section on data quality lists them.",
                                inputs.flagged(), inputs.read(), inputs.rejected())));
    }
}
