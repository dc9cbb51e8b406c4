package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.forecast.customer.NextPurchase;
import org.kvartal.forecast.customer.ReplenishmentFit;
import org.kvartal.forecast.customer.ReplenishmentHistory;
import org.kvartal.forecast.customer.ReplenishmentModel;

/** The rows of {@code forecast.replenishments}. */
record NextPurchases(LocalDate day) {
    private static final int FEWEST_GAPS = 30;
    private static final int GAPS_OF_ONES_OWN = 2;
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final double FARTHEST_DAYS = 36_525;

    /** Nothing unless products were bought again often enough to know how long they last. */
    Stream<Object[]> rows(List<CustomerDays> bought) {
        Map<CustomerDays, ReplenishmentHistory> histories = new LinkedHashMap<>();
        bought.forEach(one -> histories.put(one, one.replenishment(day)));
        int gaps = histories.values().stream()
                .mapToInt(history -> history.gaps().size())
                .sum();
        if (gaps < FEWEST_GAPS) {
            return Stream.of();
        }
        ReplenishmentFit fit = ReplenishmentFit.of(histories.values());
        Map<String, ReplenishmentModel> models = new TreeMap<>();
        bought.stream()
                .collect(Collectors.groupingBy(CustomerDays::product))
                .forEach((product, customers) -> models.put(
                        product,
                        fit.product(customers.stream().map(histories::get).toList())));
        return histories.entrySet().stream()
                .map(entry -> row(
                        entry.getKey(),
                        entry.getValue(),
                        models.get(entry.getKey().product()).next(entry.getValue())));
    }

    private Object[] row(CustomerDays customer, ReplenishmentHistory history, NextPurchase next) {
        double yearly = customer.meanAmount() * DAYS_OF_A_YEAR / next.usualDays();
        double quantity = customer.usualQuantity();
        return new Object[] {
            customer.account(),
            customer.product(),
            (long) customer.days().size(),
            customer.last(),
            next.usualDays(),
            date(customer, next.quantile(0.5)),
            date(customer, next.quantile(0.1)),
            date(customer, next.quantile(0.9)),
            next.overdue(),
            next.active(),
            next.within(30),
            quantity > 0 ? (Object) quantity : null,
            Money.of(customer.meanAmount()),
            Money.of(yearly),
            risk(yearly, next),
            history.gaps().size() >= GAPS_OF_ONES_OWN ? "own gaps" : "product's gaps"
        };
    }

    private static BigDecimal risk(double yearly, NextPurchase next) {
        return Money.of(yearly * (1 - next.active()));
    }

    /** The day on which so many days have passed; it has not come yet. */
    private LocalDate date(CustomerDays customer, double days) {
        LocalDate due = customer.last().plusDays((long) Math.ceil(Math.min(FARTHEST_DAYS, days)));
        return due.isAfter(day) ? due : day.plusDays(1);
    }
}
