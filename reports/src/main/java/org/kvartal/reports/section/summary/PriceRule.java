package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.PriceLevel;

/**
 * Over at least five like products our prices stand at least 5 % above those of rivals, and the 95 % interval of the
 * mean gap leaves out zero.
 */
final class PriceRule implements Rule {
    private static final int FEWEST_PRODUCTS = 5;
    private static final double DEARER = 0.05;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "price-gap",
                Text.of("Our prices against those of rivals for like products"),
                Text.of(
                        "Over at least five products we are dearer by at least 5%, and the 95% interval of the gap leaves"
                                + " out zero."),
                PriceLevel.TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        PriceLevel level = PriceLevel.read(data);
        double gap = Numbers.orNone(level.gap().value());
        boolean isDearer = gap >= DEARER
                && Numbers.orNone(level.gap().low()) > 0
                && Numbers.of(level.compared()) >= FEWEST_PRODUCTS;
        return isDearer ? Optional.of(finding(data, level, gap / DEARER)) : Optional.empty();
    }

    private static Finding finding(ReportData data, PriceLevel level, double effect) {
        Fact sales = data.fact(Origin.of(PriceLevel.TABLE, "sum(sales_weight)").where("compared"), data.money());
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "We are priced at {0} against rivals over {1} like products (95% interval {2} to {3}):"
                                        + " decide whether price or value is to answer.",
                                level.gap().value(),
                                level.compared(),
                                level.gap().low(),
                                level.gap().high()),
                        effect)
                .asking(Text.of(
                        "Decide whether price or value answers dearer offers: {0} of the sales of the past year meet a like"
                                + " product of a rival.",
                        sales));
    }
}
