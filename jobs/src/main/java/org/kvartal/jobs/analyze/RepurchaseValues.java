package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.kvartal.forecast.customer.CustomerValue;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.SpendFit;

/** The values of customers, and those of all who first bought in one month, each with an interval of 95 %. */
final class RepurchaseValues {
    static final OutputColumns COLUMNS = OutputColumns.NONE.numbers("clv", "clv_lo", "clv_hi");
    static final OutputColumns COHORT_COLUMNS =
            OutputColumns.NONE.text("cohort").counts("customers").and(COLUMNS);
    static final String ALL = "all";

    private static final int CHUNK = 4096;
    private static final double TAIL = 0.025;

    private final CustomerValue value;
    private final PurchaseScale scale;
    private final LocalDate until;
    private final Map<PurchaseHistory, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Total> totals = new TreeMap<>();

    /** What all customers of a history have in common. */
    private record Known(double[] alive, double purchases) {}

    private record Drawn(double expected, double[] futures) {}

    private static final class Total {
        private final double[] futures = new double[CustomerValue.draws()];
        private double expected;
        private int customers;

        private void add(Drawn drawn) {
            customers++;
            expected += drawn.expected();
            for (int i = 0; i < futures.length; i++) {
                futures[i] += drawn.futures()[i];
            }
        }
    }

    RepurchaseValues(CustomerValue value, PurchaseScale scale, LocalDate until) {
        this.value = value;
        this.scale = scale;
        this.until = until;
    }

    /** The rows with the values behind them; afterwards the totals are known. */
    List<List<String>> added(List<CustomerPurchases> customers, List<List<String>> rows) {
        List<List<String>> longer = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            int start = from;
            List<Drawn> chunk = IntStream.range(start, Math.min(rows.size(), start + CHUNK))
                    .parallel()
                    .mapToObj(place -> drawn(customers.get(place), place))
                    .toList();
            for (int i = 0; i < chunk.size(); i++) {
                List<String> row = new ArrayList<>(rows.get(start + i));
                row.addAll(cells(chunk.get(i).expected(), chunk.get(i).futures()));
                longer.add(row);
                total(YearMonth.from(customers.get(start + i).first()).toString())
                        .add(chunk.get(i));
                total(ALL).add(chunk.get(i));
            }
        }
        return longer;
    }

    private Total total(String cohort) {
        return totals.computeIfAbsent(cohort, name -> new Total());
    }

    private Drawn drawn(CustomerPurchases customer, int place) {
        PurchaseHistory history = scale.history(customer, until);
        Known same = known.computeIfAbsent(history, one -> new Known(value.alive(one), value.discountedPurchases(one)));
        Optional<SpendFit.Spend> spend = customer.repeatSpend();
        return new Drawn(same.purchases() * value.earned(spend), value.futures(history, same.alive(), spend, place));
    }

    private static List<String> cells(double expected, double[] futures) {
        return List.of(
                Numerals.twelveDigits(expected),
                Numerals.twelveDigits(CustomerValue.quantile(futures, TAIL)),
                Numerals.twelveDigits(CustomerValue.quantile(futures, 1 - TAIL)));
    }

    /** One row for each month of a first purchase, and one of all last. */
    List<List<String>> cohorts() {
        return totals.entrySet().stream()
                .map(entry -> {
                    List<String> row =
                            new ArrayList<>(List.of(entry.getKey(), String.valueOf(entry.getValue().customers)));
                    row.addAll(cells(entry.getValue().expected, entry.getValue().futures));
                    return row;
                })
                .map(List::copyOf)
                .toList();
    }

    /** The row of all customers. */
    List<String> all() {
        List<List<String>> cohorts = cohorts();
        return cohorts.get(cohorts.size() - 1);
    }
}
