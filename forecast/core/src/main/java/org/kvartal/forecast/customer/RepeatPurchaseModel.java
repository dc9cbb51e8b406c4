package org.kvartal.forecast.customer;

import java.util.List;

/**
 * A customer who buys at random times until, unseen, he stops for good.
 *
 * <p>For buying without a contract; where a contract ends visibly, survival is the method. Times are in the unit of the
 * histories that the parameters were fitted to.
 */
public sealed interface RepeatPurchaseModel permits BgNbd, ParetoNbd, BgBb {
    /** Short name, as {@code bgnbd}. */
    String name();

    /** The parameters in the order of the constructor. */
    List<Parameter> parameters();

    /** The logarithm of the likelihood of a history. */
    double logLikelihood(PurchaseHistory history);

    /** P(alive): the probability that the customer has not stopped. */
    double probabilityAlive(PurchaseHistory history);

    /** E[X]: purchases expected in the time from the end of observation to {@code horizon} later. */
    double expectedPurchases(PurchaseHistory history, double horizon);

    /** Purchases expected of a new customer up to {@code horizon} after the first one, without that one. */
    default double expectedPurchasesOfNew(double horizon) {
        return expectedPurchases(new PurchaseHistory(0, 0, 0), horizon);
    }

    /** A parameter of a model. */
    record Parameter(String name, double value) {}
}
