package org.kvartal.reports.mart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.ingest.sql.GivenExpect.parameters;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.SALES_BRIDGE;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class SalesBridgeTest {
    private static final List<String> TERMS = List.of(
            "price_amount",
            "volume_amount",
            "mix_amount",
            "new_amount",
            "lost_amount",
            "unquantified_amount",
            "currency_amount");

    private static void ordered(String orders, String lines) {
        given("crm.orders", orders);
        given("crm.order_lines", lines);
    }

    private static void lines(String asOf) {
        given(OPPORTUNITIES_AS_OF, asOf);
        given(SALES_LINES, asOf);
    }

    /**
     * By hand: 27 units now against 30 of a and b, so volume is -10 % of what either sold. a: price (110 - 100) 12,
     * volume -100, mix 100 (12 - 0.9 * 10). b: price (18 - 20) 15, volume -40, mix 20 (15 - 0.9 * 20).
     */
    @Test
    void splitsTheChangeIntoPriceVolumeMixNewAndLost() {
        ordered("""
                order_id  amount   ordered_at
                before    1450.00  2023-02-01 10:00
                now       1670.00  2024-03-31 10:00
                """, """
                order_id  line  product_id  quantity  amount
                before    1     a           10        1000.00
                before    2     b           20        400.00
                before    3     d           5         50.00
                now       1     a           12        1320.00
                now       2     b           15        270.00
                now       3     c           4         80.00
                """);
        lines("2024-03-31");
        expect(SALES_BRIDGE, "2024-03-31", """
                quarter     against         product_id  counted  before_quantity  quantity  before_amount  price_amount  volume_amount  mix_amount  new_amount  lost_amount  unquantified_amount  currency_amount  amount
                2023-04-01  quarter_before  a           units    10               0         1000.00        0.00          0.00           0.00        0.00        -1000.00     0.00                 0.00             0.00
                2023-04-01  quarter_before  b           units    20               0         400.00         0.00          0.00           0.00        0.00        -400.00      0.00                 0.00             0.00
                2023-04-01  quarter_before  d           units    5                0         50.00          0.00          0.00           0.00        0.00        -50.00       0.00                 0.00             0.00
                2024-01-01  year_before     a           units    10               12        1000.00        120.00        -100.00        300.00      0.00        0.00         0.00                 0.00             1320.00
                2024-01-01  year_before     b           units    20               15        400.00         -30.00        -40.00         -60.00      0.00        0.00         0.00                 0.00             270.00
                2024-01-01  year_before     c           units    0                4         0.00           0.00          0.00           0.00        80.00       0.00         0.00                 0.00             80.00
                2024-01-01  year_before     d           units    5                0         50.00          0.00          0.00           0.00        0.00        -50.00       0.00                 0.00             0.00
                """);
    }

    /** At the mean rate of the first quarter of 2023, 0.80, the 200 dollars of now are 160 euros, 10 for each unit. */
    @Test
    void setsTheEffectOfExchangeRatesApart() {
        given("crm.exchange_rates", """
                currency  day         rate
                USD       2023-02-01  0.79
                USD       2023-03-01  0.81
                USD       2024-02-01  0.90
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  amount  amount_original  currency  closed_at
                before          won      100.00  125.00           USD       2023-02-10 10:00
                now             won      180.00  200.00           USD       2024-02-10 10:00
                """);
        given("crm.opportunity_products", """
                opportunity_id  line  product_id  quantity  amount
                before          1     p           10        100.00
                now             1     p           16        180.00
                """);
        lines("2024-02-10");
        expect(SALES_BRIDGE, "2024-02-10", """
                quarter     against         before_amount  price_amount  volume_amount  mix_amount  lost_amount  currency_amount  amount
                2023-04-01  quarter_before  100.00         0.00          0.00           0.00        -100.00      0.00             0.00
                2024-01-01  year_before     100.00         0.00          60.00          0.00        0.00         20.00            180.00
                """);
    }

    /** Without quantities a line is a unit: two deals of 60 on average against one of 50. */
    @Test
    void countsLinesWhereNothingHasAQuantityAndStopsAtTheSameDay() {
        given("crm.opportunities", """
                opportunity_id  outcome  product_id  amount  closed_at
                same-day        won      p           50.00   2023-02-15 10:00
                later           won      p           99.00   2023-02-16 10:00
                now             won      p           70.00   2024-01-10 10:00
                now-too         won      p           50.00   2024-02-15 10:00
                """);
        lines("2024-02-15");
        expect(SALES_BRIDGE, "2024-02-15", """
                quarter     against         counted  before_quantity  quantity  before_amount  price_amount  volume_amount  lost_amount  amount
                2023-04-01  quarter_before  lines    2                0         149.00         0.00          0.00           -149.00      0.00
                2024-01-01  year_before     lines    1                2         50.00          20.00         50.00          0.00         120.00
                """);
    }

    @Test
    void leavesNoResidualInAnyRowAndNoSaleOut() {
        Random random = new Random(20240331);
        StringBuilder orders = new StringBuilder("order_id  amount  ordered_at\n");
        StringBuilder lines = new StringBuilder("order_id  line  product_id  quantity  amount\n");
        Map<LocalDate, BigDecimal> sold = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            LocalDate day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(821));
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(100_000) - 20_000, 2);
            BigDecimal rest = BigDecimal.valueOf(random.nextInt(3) * 33, 2);
            String quantity = random.nextInt(5) == 0 ? "-" : String.valueOf(random.nextInt(9) - 1);
            String product = "p" + random.nextInt(12);
            orders.append("o%d  %s  %s 10:00%n".formatted(i, amount.add(rest), day));
            lines.append("o%d  1  %s  %s  %s%n".formatted(i, product, quantity, amount));
            LocalDate quarter = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            sold.merge(quarter, amount.add(rest), BigDecimal::add);
        }
        ordered(orders.toString(), lines.toString());
        lines("2024-03-31");
        List<Row> rows =
                SALES_BRIDGE.run(TestSession.spark(), parameters("2024-03-31")).collectAsList();

        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows)
                .allSatisfy(row -> assertThat(TERMS.stream()
                                .map(term -> row.<BigDecimal>getAs(term))
                                .reduce(row.getAs("before_amount"), BigDecimal::add))
                        .isEqualByComparingTo(row.<BigDecimal>getAs("amount")));
        assertThat(TERMS.subList(0, 6))
                .allSatisfy(term -> assertThat(rows)
                        .as(term)
                        .anyMatch(row -> row.<BigDecimal>getAs(term).signum() != 0));
        sold.forEach((quarter, amount) -> {
            assertSums(rows, quarter, "quarter_before", sold.get(quarter.minusMonths(3)), amount);
            assertSums(rows, quarter, "year_before", sold.get(quarter.minusYears(1)), amount);
        });
    }

    private static void assertSums(
            List<Row> rows, LocalDate quarter, String against, BigDecimal before, BigDecimal amount) {
        List<Row> compared = rows.stream()
                .filter(row -> row.<LocalDate>getAs("quarter").equals(quarter)
                        && row.<String>getAs("against").equals(against))
                .toList();
        if (before == null) {
            assertThat(compared).isEmpty();
        } else {
            assertThat(sum(compared, "before_amount")).isEqualByComparingTo(before);
            assertThat(sum(compared, "amount")).isEqualByComparingTo(amount);
        }
    }

    private static BigDecimal sum(List<Row> rows, String column) {
        return rows.stream().map(row -> row.<BigDecimal>getAs(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
