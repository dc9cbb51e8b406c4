package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.ReplenishmentHistory;
import org.kvartal.forecast.customer.SpendFit;

/** The days on which a customer bought, all or one product, in their order. */
record CustomerDays(String account, String product, List<Bought> days) {

    /** @param quantity 0 where it is not known */
    record Bought(LocalDate day, double quantity, double amount) {
        double time() {
            return day.toEpochDay();
        }
    }

    /** @param rows of {@code purchases.sql} by customer, product and day */
    static List<CustomerDays> of(List<Row> rows) {
        List<CustomerDays> all = new ArrayList<>();
        for (Row row : rows) {
            String account = row.getString(0);
            String product = row.isNullAt(1) ? "" : row.getString(1);
            CustomerDays last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last == null || !last.account.equals(account) || !last.product.equals(product)) {
                last = new CustomerDays(account, product, new ArrayList<>());
                all.add(last);
            }
            last.days.add(
                    new Bought(row.<LocalDate>getAs(2), row.isNullAt(3) ? 0 : row.getDouble(3), row.getDouble(4)));
        }
        return all;
    }

    boolean isOfAll() {
        return product.isEmpty();
    }

    LocalDate first() {
        return days.get(0).day();
    }

    LocalDate last() {
        return days.get(days.size() - 1).day();
    }

    double[] times() {
        return days.stream().mapToDouble(Bought::time).toArray();
    }

    PurchaseHistory history(LocalDate until) {
        return PurchaseHistory.of(times(), until.toEpochDay());
    }

    /** Of the days after the first one. */
    Optional<SpendFit.Spend> spend() {
        return days.size() == 1
                ? Optional.empty()
                : Optional.of(new SpendFit.Spend(
                        days.size() - 1,
                        days.stream()
                                .skip(1)
                                .mapToDouble(Bought::amount)
                                .average()
                                .orElseThrow()));
    }

    double meanAmount() {
        return days.stream().mapToDouble(Bought::amount).average().orElseThrow();
    }

    /** The geometric mean; 0 unless all are known. */
    double usualQuantity() {
        return Math.exp(days.stream()
                .mapToDouble(one -> Math.log(one.quantity()))
                .average()
                .orElseThrow());
    }

    /** Quantities count if all are known. */
    ReplenishmentHistory replenishment(LocalDate until) {
        boolean isKnown = usualQuantity() > 0;
        return ReplenishmentHistory.of(
                days.stream()
                        .map(one -> new ReplenishmentHistory.Purchase(one.time(), isKnown ? one.quantity() : 1))
                        .toList(),
                until.toEpochDay());
    }
}
