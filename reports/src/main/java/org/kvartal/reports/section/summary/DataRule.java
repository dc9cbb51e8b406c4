package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;

/** More than one row in twenty of the opportunities was rejected or breaks a rule: grade C or worse. */
final class DataRule implements Rule {
    private static final double GAPS = 0.05;

    @Override
    public Criterion criterion() {
        return Criterion.ofWhole(
                "data-quality",
                Text.of("Opportunities that were rejected or break a rule"),
                Text.of("They are more than 5% of those read: grade C or worse."),
                "quality.row_balance",
                "quality.flags");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Inputs inputs = Inputs.of(data, "opportunities");
        return inputs.grade().compareTo(Grade.B) <= 0 ? Optional.empty() : Optional.of(finding(inputs));
    }

    private static Finding finding(Inputs inputs) {
        double damaged = Numbers.of(inputs.rejected()) + Numbers.of(inputs.flagged());
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "{0} of {1} opportunities break a rule and {2} were rejected: mend them in the CRM, the"
                                        + " section on data quality lists them.",
                                inputs.flagged(), inputs.read(), inputs.rejected()),
                        damaged / Numbers.of(inputs.read()) / GAPS)
                .asking(Text.of(
                        "Decide who mends the opportunities that break a rule or were rejected, {0} and {1}, and until"
                                + " when.",
                        inputs.flagged(), inputs.rejected()));
    }
}
