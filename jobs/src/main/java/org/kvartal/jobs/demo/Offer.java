package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Catalogue.Product;

/**
 * What a customer is offered, in euros.
 *
 * @param estimate value that the seller writes down before there is an offer
 * @param firstFactor share of the list price asked in the first offer
 * @param lastFactor share of the list price asked in the last
 * @param contest the rival's offer; null when nobody else is asked
 * @param strength how well the sale stands apart from all that the CRM holds; the seller knows, and cuts the price of weak ones
 */
record Offer(
        List<Line> lines,
        BigDecimal estimate,
        double firstFactor,
        double lastFactor,
        @Nullable Contest contest,
        double strength) {

    record Line(Product product, int quantity, BigDecimal listPrice) {
        BigDecimal unitPrice(double factor) {
            return listPrice.multiply(BigDecimal.valueOf(factor)).setScale(2, RoundingMode.HALF_UP);
        }

        BigDecimal amount(double factor) {
            return unitPrice(factor).multiply(BigDecimal.valueOf(quantity));
        }
    }

    /** @param known whether the seller gets to know the amount */
    record Contest(Rivals.Rival rival, BigDecimal amount, Knowledge known) {}

    enum Knowledge {
        AMOUNT,
        NAME_ONLY
    }

    BigDecimal amount(double factor) {
        return lines.stream().map(line -> line.amount(factor)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal listAmount() {
        return amount(1);
    }

    BigDecimal lastAmount() {
        return amount(lastFactor);
    }

    /** Logarithm of the last offer over the rival's; 0 where there is no rival. */
    double priceGap() {
        return contest == null
                ? 0
                : StrictMath.log(lastAmount().doubleValue() / contest.amount().doubleValue());
    }
}
