package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What each item cost and how much of it was sold, period by period.
 *
 * <p>Periods and items are counted from 0, periods in the order of time, items in the order they came. A price is above 0 or,
 * where the item was not sold, {@code NaN}. Several sales of an item in one period are one: their quantities are added, and
 * their price is the unit value, expenditure by quantity (Consumer Price Index Manual, 2020, chapter 2). Without
 * quantities it is the geometric mean of the prices.
 */
public final class PriceTable {
    private final List<String> periods;
    private final double[][] prices;
    private final double[][] quantities;

    private PriceTable(List<String> periods, double[][] prices, double[][] quantities) {
        this.periods = periods;
        this.prices = prices;
        this.quantities = quantities;
    }

    public int periodCount() {
        return periods.size();
    }

    public int itemCount() {
        return prices.length == 0 ? 0 : prices[0].length;
    }

    public String period(int t) {
        return periods.get(t);
    }

    /** The price of an item, or {@code NaN}. */
    double price(int t, int item) {
        return prices[t][item];
    }

    /** The quantity sold of an item, 0 where it was not sold or nobody counted. */
    double quantity(int t, int item) {
        return quantities[t][item];
    }

    boolean isPriced(int t, int item) {
        return !Double.isNaN(prices[t][item]);
    }

    /** Priced and sold: the item has a weight. */
    boolean isSold(int t, int item) {
        return isPriced(t, item) && quantities[t][item] > 0;
    }

    double expenditure(int t, int item) {
        return isSold(t, item) ? prices[t][item] * quantities[t][item] : 0;
    }

    double expenditure(int t) {
        return IntStream.range(0, itemCount())
                .mapToDouble(item -> expenditure(t, item))
                .sum();
    }

    /** The number of items priced in both periods. */
    int matchedItems(int one, int other) {
        return (int) IntStream.range(0, itemCount())
                .filter(item -> isPriced(one, item) && isPriced(other, item))
                .count();
    }

    /** The periods from {@code from} (included) to {@code to} (excluded). */
    PriceTable between(int from, int to) {
        return new PriceTable(
                periods.subList(from, to),
                Arrays.copyOfRange(prices, from, to),
                Arrays.copyOfRange(quantities, from, to));
    }

    /** Collects sales in any order. */
    public static final class Builder {
        private final List<String> periods;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<String, Integer> items = new HashMap<>();
        private final List<Sale> sales = new ArrayList<>();

        /** @param periods all periods, in the order of time */
        public Builder(List<String> periods) {
            this.periods = List.copyOf(periods);
            for (String period : periods) {
                if (places.put(period, places.size()) != null) {
                    throw new IllegalArgumentException("Invalid periods: %s is there twice".formatted(period));
                }
            }
        }

        private record Sale(int period, int item, double price, double quantity) {}

        /**
         * @param price above 0
         * @param quantity at least 0, or {@code NaN} where nobody counted
         */
        public Builder add(String period, String item, double price, double quantity) {
            if (!(price > 0) || Double.isInfinite(price)) {
                throw new IllegalArgumentException("Invalid price of %s in %s: %s".formatted(item, period, price));
            }
            if (quantity < 0 || Double.isInfinite(quantity)) {
                throw new IllegalArgumentException(
                        "Invalid quantity of %s in %s: %s".formatted(item, period, quantity));
            }
            Integer place = places.get(period);
            if (place == null) {
                throw new IllegalArgumentException("Invalid period of %s: %s".formatted(item, period));
            }
            sales.add(new Sale(place, items.computeIfAbsent(item, name -> items.size()), price, quantity));
            return this;
        }

        public PriceTable build() {
            int count = items.size();
            double[][] logs = new double[periods.size()][count];
            double[][] spent = new double[periods.size()][count];
            double[][] quantities = new double[periods.size()][count];
            int[][] seen = new int[periods.size()][count];
            for (Sale sale : sales) {
                int t = sale.period();
                int item = sale.item();
                seen[t][item]++;
                logs[t][item] += Math.log(sale.price());
                if (sale.quantity() > 0) {
                    spent[t][item] += sale.price() * sale.quantity();
                    quantities[t][item] += sale.quantity();
                }
            }
            sales.stream()
                    .filter(sale -> seen[sale.period()][sale.item()] == 1)
                    .forEach(sale -> logs[sale.period()][sale.item()] = sale.price());
            return new PriceTable(periods, prices(logs, spent, quantities, seen), quantities);
        }

        /** @param logs the price itself of an item seen once, the sum of the logarithms of one seen several times */
        private static double[][] prices(double[][] logs, double[][] spent, double[][] quantities, int[][] seen) {
            double[][] prices = new double[logs.length][];
            for (int t = 0; t < logs.length; t++) {
                prices[t] = new double[logs[t].length];
                for (int item = 0; item < logs[t].length; item++) {
                    int n = seen[t][item];
                    prices[t][item] = n == 0
                            ? Double.NaN
                            : n == 1
                                    ? logs[t][item]
                                    : quantities[t][item] > 0
                                            ? spent[t][item] / quantities[t][item]
                                            : Math.exp(logs[t][item] / n);
                }
            }
            return prices;
        }
    }
}
