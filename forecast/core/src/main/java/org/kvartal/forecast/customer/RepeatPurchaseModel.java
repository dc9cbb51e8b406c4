package org.kvartal.forecast.customer;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.random.RandomGenerator;

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

    /** The same model with other values of its parameters, in the order of {@link #parameters()}. */
    RepeatPurchaseModel with(double[] values);

    /** One future of a customer who is alive, by chance: calls with the time of each purchase from now to the horizon. */
    void live(PurchaseHistory history, double horizon, RandomGenerator random, DoubleConsumer purchase);

    /** Purchases expected of a new customer up to {@code horizon} after the first one, without that one. */
    default double expectedPurchasesOfNew(double horizon) {
        return expectedPurchases(new PurchaseHistory(0, 0, 0), horizon);
    }

    /** A parameter of a model. */
    record Parameter(String name, double value) {}
}
