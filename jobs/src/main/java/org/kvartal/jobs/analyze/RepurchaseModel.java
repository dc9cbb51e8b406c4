package org.kvartal.jobs.analyze;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.RepeatPurchaseFit;

/** Which models of repeat purchase are tried. */
enum RepurchaseModel {
    BGNBD,
    PARETONBD,
    /** At opportunities, as years to donate. */
    BGBB,
    /** BG/NBD and Pareto/NBD, and the one of the lower AIC is taken. */
    AUTO;

    /** The one to take first. */
    List<RepeatPurchaseFit> fits(List<PurchaseHistory> histories) {
        return switch (this) {
            case BGNBD -> List.of(RepeatPurchaseFit.bgNbd(histories));
            case PARETONBD -> List.of(RepeatPurchaseFit.paretoNbd(histories));
            case BGBB -> List.of(RepeatPurchaseFit.bgBb(histories));
            case AUTO ->
                Stream.of(RepeatPurchaseFit.bgNbd(histories), RepeatPurchaseFit.paretoNbd(histories))
                        .sorted(Comparator.comparingDouble(RepeatPurchaseFit::aic))
                        .toList();
        };
    }

    /** The model of a fit alone. */
    static RepurchaseModel of(RepeatPurchaseFit fit) {
        return Stream.of(values())
                .filter(model -> model.name().equalsIgnoreCase(fit.model().name()))
                .findFirst()
                .orElseThrow();
    }
}
