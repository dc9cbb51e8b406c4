package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kvartal.forecast.customer.HoldoutCheck;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.RepeatPurchaseModel;
import org.kvartal.forecast.timeseries.OrderStatistics;

/**
 * A model fitted to what was known at the end of a day, held against what came after it.
 *
 * @param known the purchases up to the end of calibration, merged
 * @param all the same customers in the same order, up to the end of the holdout
 */
record RepurchaseCheck(
        RepeatPurchaseModel model,
        PurchaseScale scale,
        LocalDate calibrated,
        LocalDate until,
        List<CustomerPurchases> known,
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
                        rows.add(row("mean absolute error", name, known.size(), Double.NaN, Double.NaN, error)));
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
        double[] allGaps = known.stream().flatMapToDouble(this::gaps).toArray();
        double usual = OrderStatistics.median(allGaps);
        Map<PurchaseHistory, Double> expected = new HashMap<>();
        LocalDate before = calibrated.minusDays(ChronoUnit.DAYS.between(calibrated, until));
        List<HoldoutCheck.Case> cases = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            CustomerPurchases customer = known.get(i);
            PurchaseHistory history = scale.history(customer, calibrated);
            double[] gaps = gaps(customer).toArray();
            cases.add(new HoldoutCheck.Case(
                    history,
                    gaps.length == 0 ? usual : OrderStatistics.median(gaps),
                    (int) customer.days().keySet().stream()
                            .skip(1)
                            .filter(day -> day.isAfter(before))
                            .count(),
                    all.get(i).days().size() - customer.days().size(),
                    expected.computeIfAbsent(history, one -> model.expectedPurchases(one, holdout()))));
        }
        return new HoldoutCheck(cases);
    }

    private DoubleStream gaps(CustomerPurchases customer) {
        List<LocalDate> days = List.copyOf(customer.days().keySet());
        return IntStream.range(1, days.size())
                .mapToDouble(i -> scale.units(scale.period(days.get(i)) - scale.period(days.get(i - 1))));
    }

    /** Repeats of all customers since the first day of all, against those expected of new customers of their age. */
    private List<List<String>> curve() {
        Map<LocalDate, Integer> starts = new TreeMap<>();
        Map<LocalDate, Integer> repeats = new TreeMap<>();
        for (CustomerPurchases customer : all) {
            starts.merge(customer.first(), 1, Integer::sum);
            customer.days().keySet().stream().skip(1).forEach(day -> repeats.merge(day, 1, Integer::sum));
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
            rows.add(row("repeats in total", day.toString(), known.size(), actual, expected, Double.NaN));
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
