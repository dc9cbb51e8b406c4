package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.forecast.customer.HoldoutCheck;
import org.kvartal.forecast.customer.RepeatPurchaseModel;

/**
 * A model fitted to what was known at the end of a day, held against what came after it.
 *
 * @param all the purchases up to the end of the holdout, merged, of who came in the calibration
 */
record RepurchaseCheck(
        RepeatPurchaseModel model,
        PurchaseScale scale,
        LocalDate calibrated,
        LocalDate until,
        List<CustomerPurchases> all) {
    static final OutputColumns COLUMNS =
            OutputColumns.NONE.text("check", "group").counts("customers").numbers("actual", "expected", "error");
    private static final int POINTS = 26;

    List<List<String>> rows(HoldoutCheck check) {
        List<List<String>> rows = new ArrayList<>();
        for (HoldoutCheck.Line line : check.lines()) {
            rows.add(row(line.check(), line.group(), line.customers(), line.actual(), line.expected(), Double.NaN));
        }
        rows.addAll(curve());
        errors(check)
                .forEach((name, error) ->
                        rows.add(row("mean absolute error", name, all.size(), Double.NaN, Double.NaN, error)));
        return rows;
    }

    private static List<String> row(
            String check, String group, int customers, double actual, double expected, double error) {
        return List.of(
                check,
                group,
                String.valueOf(customers),
                Numerals.twelveDigits(actual),
                Numerals.twelveDigits(expected),
                Numerals.twelveDigits(error));
    }

    /** By the names of the model and of the rules. */
    Map<String, Double> errors(HoldoutCheck check) {
        Map<String, Double> errors = new TreeMap<>();
        errors.put(model.name(), check.modelError());
        errors.put("as before", check.sameError());
        errors.put("silent is gone", check.silenceError(holdout()));
        return errors;
    }

    private double holdout() {
        return scale.ahead(calibrated, until);
    }

    HoldoutCheck check() {
        List<double[]> times = all.stream()
                .map(customer -> customer.days()
                        .mapToDouble(day -> scale.units(scale.period(day)))
                        .toArray())
                .toList();
        return HoldoutCheck.of(
                model, times, scale.units(scale.lastPeriod(calibrated)), scale.units(scale.lastPeriod(until)));
    }

    /** Repeats of all customers since the first day of all, against those expected of new customers of their age. */
    private List<List<String>> curve() {
        Map<LocalDate, Integer> starts = new TreeMap<>();
        Map<LocalDate, Integer> repeats = new TreeMap<>();
        for (CustomerPurchases customer : all) {
            starts.merge(customer.first(), 1, Integer::sum);
            customer.days().skip(1).forEach(day -> repeats.merge(day, 1, Integer::sum));
        }
        LocalDate first = starts.keySet().iterator().next();
        long days = ChronoUnit.DAYS.between(first, until);
        List<List<String>> rows = new ArrayList<>();
        for (int point = 1; point <= POINTS; point++) {
            LocalDate day = first.plusDays(days * point / POINTS);
            double actual = 0;
            for (Map.Entry<LocalDate, Integer> one : repeats.entrySet()) {
                actual += one.getKey().isAfter(day) ? 0 : one.getValue();
            }
            double expected = 0;
            for (Map.Entry<LocalDate, Integer> start : starts.entrySet()) {
                expected += start.getKey().isBefore(day)
                        ? start.getValue() * model.expectedPurchasesOfNew(age(start.getKey(), day))
                        : 0;
            }
            rows.add(row("repeats in total", day.toString(), all.size(), actual, expected, Double.NaN));
        }
        return rows;
    }

    /** An opportunity counts from the one after that of the first purchase. */
    private double age(LocalDate start, LocalDate day) {
        return scale == PurchaseScale.CONTINUOUS
                ? scale.ahead(start, day)
                : Math.max(0, scale.units(scale.period(day) - scale.period(start)));
    }
}
