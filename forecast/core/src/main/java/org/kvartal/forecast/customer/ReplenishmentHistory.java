package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.List;

/**
 * The purchases of one product by one customer: how long each lasted, and how long the last one has been lasting.
 *
 * @param gaps days from each purchase to the next one, each above 0; none after a single purchase
 * @param quantities bought each time, each above 0, one more than there are gaps; all 1 where they are not known
 * @param running days from the last purchase to the end of observation, at least 0
 */
public record ReplenishmentHistory(List<Double> gaps, List<Double> quantities, double running) {
    /** Purchases of one day are one. */
    public record Purchase(double day, double quantity) {}

    public ReplenishmentHistory {
        gaps = List.copyOf(gaps);
        quantities = List.copyOf(quantities);
        boolean isValid = quantities.size() == gaps.size() + 1
                && gaps.stream().allMatch(gap -> gap > 0)
                && quantities.stream().allMatch(quantity -> quantity > 0)
                && running >= 0;
        if (!isValid) {
            throw new IllegalArgumentException(
                    "Invalid purchases: gaps %s, quantities %s, running %s".formatted(gaps, quantities, running));
        }
    }

    /**
     * @param purchases at least one, by day, no two of one day
     * @param until the last observed day
     */
    public static ReplenishmentHistory of(List<Purchase> purchases, double until) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < purchases.size(); i++) {
            gaps.add(purchases.get(i).day() - purchases.get(i - 1).day());
        }
        return new ReplenishmentHistory(
                gaps,
                purchases.stream().map(Purchase::quantity).toList(),
                until - purchases.get(purchases.size() - 1).day());
    }

    /** ln of the quantity bought at a place, less the mean of such logarithms. */
    double logQuantity(int place) {
        double mean = quantities.stream().mapToDouble(Math::log).average().orElseThrow();
        return Math.log(quantities.get(place)) - mean;
    }

    /** ln of the geometric mean of the gaps, less what the quantities make of them; only of two purchases or more. */
    double meanLogGap(double quantityPower) {
        double sum = 0;
        for (int i = 0; i < gaps.size(); i++) {
            sum += logGap(i, quantityPower);
        }
        return sum / gaps.size();
    }

    double logGap(int place, double quantityPower) {
        return Math.log(gaps.get(place)) - quantityPower * logQuantity(place);
    }
}
