package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.forecast.customer.CustomerValue;
import org.kvartal.forecast.customer.HoldoutCheck;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.RepeatPurchaseFit;
import org.kvartal.forecast.customer.SpendFit;
import org.kvartal.forecast.customer.ValueTerms;
import org.kvartal.forecast.tables.CustomerTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** Values customers by what they bought, dates the next purchase of each product, and holds the model against half a year. */
final class CustomerValues {
    private static final SqlModel PURCHASES =
            SqlModel.ofResource("forecast", CustomerValues.class.getClassLoader(), "customers/purchases.sql");
    private static final int FEWEST_RETURNING = 30;
    private static final int YEAR = 365;
    private static final int QUARTER = 91;
    private static final int HALF_A_YEAR = 182;
    private static final ValueTerms AMOUNT_OF_A_YEAR = new ValueTerms(1, 0, YEAR, YEAR);
    private static final double TAIL = 0.025;
    private static final long SEED = 1;

    void run(Night night) {
        LocalDate day = night.asOf().date();
        Map<Boolean, List<CustomerDays>> bought =
                CustomerDays.of(ModelRuns.rowsOf(night, PURCHASES, night.asOf().parameters())).stream()
                        .collect(Collectors.partitioningBy(CustomerDays::isOfAll));
        List<CustomerDays> customers = bought.get(true);
        Lake lake = night.lake();
        lake.replace(CustomerTables.CUSTOMER_VALUES, values(customers, day));
        lake.replace(CustomerTables.CUSTOMER_MODEL_CHECKS, checks(customers, day));
        lake.replace(CustomerTables.REPLENISHMENTS, new NextPurchases(day).rows(bought.get(false)));
    }

    private static boolean isEnough(List<PurchaseHistory> histories) {
        return histories.stream().filter(history -> history.repeats() > 0).count() >= FEWEST_RETURNING;
    }

    /** The likelier of the models that time is no matter of. */
    private static RepeatPurchaseFit fit(List<PurchaseHistory> histories) {
        RepeatPurchaseFit bgNbd = RepeatPurchaseFit.bgNbd(histories);
        RepeatPurchaseFit paretoNbd = RepeatPurchaseFit.paretoNbd(histories);
        return bgNbd.aic() <= paretoNbd.aic() ? bgNbd : paretoNbd;
    }

    private static Stream<Object[]> values(List<CustomerDays> customers, LocalDate day) {
        List<PurchaseHistory> histories =
                customers.stream().map(customer -> customer.history(day)).toList();
        if (!isEnough(histories)) {
            String reason = "fewer than %d customers came back".formatted(FEWEST_RETURNING);
            return customers.stream()
                    .map(customer ->
                            row(customer, day, new Object[] {null, null, null, null, null, null, null, reason}));
        }
        RepeatPurchaseFit fit = fit(histories);
        SpendFit spend = SpendFit.of(
                customers.stream().flatMap(one -> one.spend().stream()).toList());
        CustomerValue value = new CustomerValue(fit, spend, AMOUNT_OF_A_YEAR, SEED);
        return IntStream.range(0, customers.size())
                .mapToObj(i -> row(customers.get(i), day, expected(fit, value, customers.get(i), histories.get(i), i)));
    }

    private static Object[] expected(
            RepeatPurchaseFit fit, CustomerValue value, CustomerDays customer, PurchaseHistory history, int place) {
        double[] futures = value.futures(history, value.alive(history), customer.spend(), place);
        double each = value.earned(customer.spend());
        double purchases = fit.model().expectedPurchases(history, YEAR);
        boolean isKnown = Double.isFinite(each);
        return new Object[] {
            fit.model().probabilityAlive(history),
            fit.model().expectedPurchases(history, QUARTER),
            purchases,
            isKnown ? Money.of(each) : null,
            isKnown ? Money.of(purchases * each) : null,
            isKnown ? Money.of(CustomerValue.quantile(futures, TAIL)) : null,
            isKnown ? Money.of(CustomerValue.quantile(futures, 1 - TAIL)) : null,
            fit.model().name()
        };
    }

    private static Object[] row(CustomerDays customer, LocalDate day, Object[] expected) {
        Object[] known = {
            customer.account(),
            customer.first(),
            customer.last(),
            (long) customer.days().size() - 1,
            (double) day.toEpochDay() - customer.first().toEpochDay()
        };
        return Stream.of(known, expected).flatMap(Stream::of).toArray();
    }

    private static Stream<Object[]> checks(List<CustomerDays> customers, LocalDate day) {
        LocalDate calibrated = day.minusDays(HALF_A_YEAR);
        List<PurchaseHistory> histories = customers.stream()
                .filter(customer -> !customer.first().isAfter(calibrated))
                .map(customer -> customer.history(calibrated))
                .toList();
        if (!isEnough(histories)) {
            return Stream.of();
        }
        RepeatPurchaseFit fit = fit(histories);
        HoldoutCheck check = HoldoutCheck.of(
                fit.model(),
                customers.stream().map(CustomerDays::times).toList(),
                calibrated.toEpochDay(),
                day.toEpochDay());
        Stream<Object[]> lines = check.lines().stream()
                .map(line -> new Object[] {
                    line.check(), line.group(), (long) line.customers(), line.actual(), line.expected(), null
                });
        Stream<Object[]> errors = Map.of(
                        fit.model().name(),
                        check.modelError(),
                        "as before",
                        check.sameError(),
                        "silent is gone",
                        check.silenceError(HALF_A_YEAR))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(error -> new Object[] {
                    "mean absolute error", error.getKey(), (long) histories.size(), null, null, error.getValue()
                });
        return Stream.concat(lines, errors);
    }
}
