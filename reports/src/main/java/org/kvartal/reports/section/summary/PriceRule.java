package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
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
    public Optional<Finding> judge(ReportData data) {
        PriceLevel level = PriceLevel.read(data);
        boolean isDearer = level.gap()
                        .value()
                        .number()
                        .map(gap -> gap.doubleValue() >= DEARER)
                        .orElse(false)
                && level.gap().low().number().map(low -> low.signum() > 0).orElse(false)
                && level.compared().number().orElseThrow().intValue() >= FEWEST_PRODUCTS;
        return isDearer
                ? Optional.of(new Finding(
                        Topic.NEED,
                        Text.of(
                                "We are priced at {0} against rivals over {1} like products (95% interval {2} to {3}):"
                                        + " decide whether price or value is to answer.",
                                level.gap().value(),
                                level.compared(),
                                level.gap().low(),
                                level.gap().high())))
                : Optional.empty();
    }
}
