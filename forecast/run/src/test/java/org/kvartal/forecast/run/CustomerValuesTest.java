package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.CustomerTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CustomerValuesTest {
    private static final LocalDate DAY = LocalDate.parse("2025-06-30");
    private static final LocalDate START = LocalDate.parse("2024-01-01");

    @TempDir
    Path folder;

    private Lake lake;

    private void run(String orders, String lines) {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        BothEngines engines = new BothEngines(lake, folder.resolve("scratch"));
        List.of(CrmTables.OPPORTUNITIES, CrmTables.OPPORTUNITY_PRODUCTS).forEach(lake::prepare);
        LakeRows.store(lake, CrmTables.ORDERS, "order_id  account_id  status  amount  ordered_at\n" + orders);
        LakeRows.store(lake, CrmTables.ORDER_LINES, "order_id  line  product_id  quantity  amount\n" + lines);
        engines.run(new AsOf(DAY, ZoneOffset.UTC), new CustomerValues()::run);
    }

    /** Eighty labs, each with a gap of its own around 40 days; the last one stopped buying half a year ago. */
    @Test
    void datesTheNextOrderOfRegularCustomersAndDoubtsTheSilentOne() {
        Random random = new Random(6);
        StringBuilder orders = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (int lab = 0; lab < 80; lab++) {
            double gap = 40 * Math.exp(0.2 * random.nextGaussian());
            double end = lab == 79 ? 365 : 546;
            for (double day = random.nextInt(60); day < end; day += Math.max(1, gap + 4 * random.nextGaussian())) {
                LocalDate date = START.plusDays((long) day);
                orders.append("o%d  lab%02d  delivered  %d.00  %s%n".formatted(number, lab, 90 + number % 20, date));
                lines.append("o%d  1  kit  2  %d.00%n".formatted(number, 90 + number % 20));
                number++;
            }
        }
        orders.append("x  lab00  cancelled  900.00  2025-06-29\n");
        run(orders.toString(), lines.toString());

        List<Record> due = lake.rows(CustomerTables.REPLENISHMENTS);
        assertThat(due).hasSize(80).allSatisfy(row -> {
            assertThat((LocalDate) row.getField("next_low")).isAfter(DAY);
            assertThat((LocalDate) row.getField("next_day"))
                    .isBetween((LocalDate) row.getField("next_low"), (LocalDate) row.getField("next_high"));
            assertThat(row.getField("basis")).isEqualTo("own gaps");
            assertThat((double) row.getField("quantity")).isCloseTo(2, within(1e-9));
        });
        assertThat(due.subList(0, 79)).allSatisfy(row -> {
            assertThat((double) row.getField("active")).isGreaterThan(0.5);
            assertThat((double) row.getField("usual_days")).isBetween(20.0, 75.0);
        });
        Record silent = due.get(79);
        assertThat(silent.getField("account_id")).isEqualTo("lab79");
        assertThat((double) silent.getField("active")).isLessThan(0.05);
        assertThat((double) silent.getField("overdue")).isGreaterThan(0.99);

        List<Record> values = lake.rows(CustomerTables.CUSTOMER_VALUES);
        assertThat(values)
                .hasSize(80)
                .allSatisfy(row -> assertThat(row.getField("model")).asString().matches("bgnbd|paretonbd"));
        assertThat((double) values.get(79).getField("alive"))
                .isLessThan((double) values.get(0).getField("alive"));
        assertThat(LakeRows.read(lake, CustomerTables.CUSTOMER_MODEL_CHECKS, "check", "group"))
                .contains("all all", "mean absolute error as before", "mean absolute error silent is gone");
    }

    @Test
    void saysWhyThereIsNoModelOfFewCustomers() {
        run("o1  a  delivered  5.00  2025-01-01\no2  a  delivered  5.00  2025-02-01\n", "o1  1  kit  1  5.00\n");
        assertThat(LakeRows.read(lake, CustomerTables.CUSTOMER_VALUES, "account_id", "repeat_count", "alive", "model"))
                .containsExactly("a 1 - fewer than 30 customers came back");
        assertThat(lake.rows(CustomerTables.REPLENISHMENTS)).isEmpty();
        assertThat(lake.rows(CustomerTables.CUSTOMER_MODEL_CHECKS)).isEmpty();
    }

    /** Two days with a purchase: what is lost, open or won for nothing is none. */
    @Test
    void takesWonOpportunitiesWhereThereAreNoOrders() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        BothEngines engines = new BothEngines(lake, folder.resolve("scratch"));
        List.of(CrmTables.ORDERS, CrmTables.ORDER_LINES, CrmTables.OPPORTUNITY_PRODUCTS)
                .forEach(lake::prepare);
        LakeRows.store(lake, CrmTables.OPPORTUNITIES, """
                opportunity_id  account_id  product_id  stage  outcome  amount  closed_at
                1               a           kit         x      won      50.00   2025-01-01
                2               a           kit         x      won      20.00   2025-01-01
                3               a           kit         x      won      30.00   2025-03-01
                4               a           kit         x      won      0.00    2025-04-01
                5               a           kit         x      lost     30.00   2025-05-01
                6               a           kit         x      won      30.00   2025-07-01
                """);
        engines.run(new AsOf(DAY, ZoneOffset.UTC), new CustomerValues()::run);
        assertThat(LakeRows.read(
                        lake, CustomerTables.CUSTOMER_VALUES, "account_id", "first_day", "last_day", "repeat_count"))
                .containsExactly("a 2025-01-01 2025-03-01 1");
    }
}
