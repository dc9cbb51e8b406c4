package org.kvartal.forecast.customer;

/**
 * The next purchase of a product by a customer, counted in days from the last one.
 *
 * @param usualDays the customer's usual gap
 * @param center expected ln of the running gap
 * @param spread standard deviation of that logarithm
 * @param running days since the last purchase
 * @param active probability that the customer still buys the product
 */
public record NextPurchase(double usualDays, double center, double spread, double running, double active) {

    /** P(D &lt;= u): the share of gaps of this customer that would be over by now. */
    public double overdue() {
        return 1 - survival(running);
    }

    /** Days from the last purchase that one who is active takes with a probability; more than those that have passed. */
    public double quantile(double probability) {
        double survival = survival(running);
        return Math.max(running, ReplenishmentModel.exceeded((1 - probability) * survival, center, spread));
    }

    /** The probability of a purchase within the days to come, the customer being active or not. */
    public double within(double days) {
        double survival = survival(running);
        return survival > 0 ? active * (1 - survival(running + days) / survival) : 0;
    }

    private double survival(double days) {
        return ReplenishmentModel.survival(days, center, spread);
    }
}
