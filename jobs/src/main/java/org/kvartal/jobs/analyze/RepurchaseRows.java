package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.RepeatPurchaseModel;
import org.kvartal.forecast.customer.SpendFit;

/**
 * What is expected of customers, as rows of a table.
 *
 * @param until last observed day
 * @param ahead how far to look, in units of the scale
 */
record RepurchaseRows(
        RepeatPurchaseModel model, Optional<SpendFit> spend, PurchaseScale scale, LocalDate until, double ahead) {

    OutputColumns columns() {
        OutputColumns usual =
                OutputColumns.NONE.text("customer").counts("x").numbers("t_x", "T", "p_alive", "expected");
        return spend.isPresent() ? usual.numbers("mean_amount", "expected_amount", "expected_value") : usual;
    }

    /** One row for each customer. */
    List<List<String>> of(List<CustomerPurchases> customers) {
        Map<PurchaseHistory, Double> expected = new HashMap<>();
        return customers.stream().map(customer -> row(customer, expected)).toList();
    }

    private List<String> row(CustomerPurchases customer, Map<PurchaseHistory, Double> known) {
        PurchaseHistory history = scale.history(customer, until);
        double expected = known.computeIfAbsent(history, one -> model.expectedPurchases(one, ahead));
        List<String> row = new ArrayList<>(List.of(
                customer.customer(),
                String.valueOf(history.repeats()),
                Numerals.twelveDigits(history.recency()),
                Numerals.twelveDigits(history.age()),
                Numerals.twelveDigits(model.probabilityAlive(history)),
                Numerals.twelveDigits(expected)));
        spend.ifPresent(fit -> row.addAll(spendCells(fit, customer.repeatSpend(), expected)));
        return row;
    }

    /** Who has spent nothing on repeats is expected to spend as all do. */
    private static List<String> spendCells(SpendFit fit, Optional<SpendFit.Spend> seen, double expected) {
        double each = fit.model()
                .expectedSpend(
                        seen.map(SpendFit.Spend::purchases).orElse(0),
                        seen.map(SpendFit.Spend::mean).orElse(0.0));
        return List.of(
                seen.map(one -> Numerals.twelveDigits(one.mean())).orElse(""),
                Numerals.twelveDigits(each),
                Numerals.twelveDigits(each * expected));
    }
}
