package org.kvartal.ingest.sql;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeUpsert;
import org.kvartal.ingest.lake.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalSqlTest {
    private static final TableSpec SALES = TableSpec.of(
            "crm",
            "sales",
            "Sales.",
            List.of("sale_key"),
            Column.integer("sale_key", "Key.").in("sales"),
            Column.instant("sold_at", "When."),
            Column.money("amount", "Value."));
    private static final String BY_DAY = """
            -- Sales by day.
            --
            -- grain:   day
            -- inputs:  crm.sales
            -- columns:
            --   day     local day
            --   amount  [project currency] sum
            select cast(sold_at as date) as day, sum(amount) as amount
            from crm.sales
            where sold_at < :as_of_end
            group by cast(sold_at as date)
            """;

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private static Object[] sale(long key, String soldAt, String amount) {
        return new Object[] {key, OffsetDateTime.parse(soldAt), new BigDecimal(amount)};
    }

    private static SqlModel model(String text) {
        return new SqlModel("mart", "sales_by_day", new SqlQuery("sales_by_day.sql", text));
    }

    /** Runs the model on what is in the lake, stores its table and reads that again. */
    private List<List<Object>> stored(SqlModel model, ZoneId zone) {
        try (LocalSql sql = LocalSql.open(zone, folder)) {
            sql.expose(lake, model);
            TableSpec spec = sql.run(
                    model,
                    Map.of(
                            "as_of_end",
                            OffsetDateTime.parse("2024-05-03T00:00:00Z").toInstant()));
            sql.store(spec, lake);
            List<List<Object>> rows = new ArrayList<>();
            lake.rows(spec).forEach(row -> rows.add(List.of(row.get(0), row.get(1))));
            return rows;
        }
    }

    @Test
    void countsDaysInTheZoneOfTheProjectAndStoresInTheOrderOfTheKey() {
        lake.replace(
                SALES,
                Stream.of(
                        sale(1, "2024-05-02T10:00:00Z", "5.00"),
                        sale(2, "2024-05-01T23:30:00Z", "1.25"),
                        sale(3, "2024-05-01T10:00:00Z", "2.50"),
                        sale(4, "2024-05-03T00:00:00Z", "100.00")));
        assertThat(stored(model(BY_DAY), ZoneOffset.UTC))
                .containsExactly(
                        List.of(LocalDate.parse("2024-05-01"), new BigDecimal("3.75")),
                        List.of(LocalDate.parse("2024-05-02"), new BigDecimal("5.00")));
        assertThat(stored(model(BY_DAY), ZoneId.of("Europe/Bratislava")))
                .containsExactly(
                        List.of(LocalDate.parse("2024-05-01"), new BigDecimal("2.50")),
                        List.of(LocalDate.parse("2024-05-02"), new BigDecimal("6.25")));
    }

    @Test
    void findsNothingInATableThatWasNeverWritten() {
        lake.prepare(SALES);
        assertThat(stored(model(BY_DAY), ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void refusesATableFromWhichRowsWereTakenOutOneByOne() {
        lake.replace(SALES, Stream.<Object[]>of(sale(1, "2024-05-01T10:00:00Z", "5.00")));
        try (LakeUpsert upsert = lake.upserting(SALES, "sale_key")) {
            upsert.takeOut(1);
            upsert.commit();
        }
        assertThatThrownBy(() -> stored(model(BY_DAY), ZoneOffset.UTC))
                .hasMessage("Cannot read the files of crm.sales alone: deletes apply to them");
    }

    @Test
    void namesTheModelWhoseColumnsAreNotThoseOfItsHeader() {
        lake.prepare(SALES);
        assertThatThrownBy(() -> stored(model(BY_DAY.replace("as amount", "as value")), ZoneOffset.UTC))
                .hasMessage("Invalid SQL model sales_by_day.sql: the header declares the columns [day, amount], the SQL"
                        + " selects [day, value]");
    }

    @Test
    void saysWhichTableThereIsNot() {
        assertThatThrownBy(() -> stored(model(BY_DAY), ZoneOffset.UTC))
                .hasMessage("Cannot run sales_by_day.sql: there is no crm.sales");
    }

    @Test
    void namesTheModelThatIsNotInTheSharedSql() {
        lake.prepare(SALES);
        assertThatThrownBy(() -> stored(model(BY_DAY.replace("sum(amount)", "bround(amount)")), ZoneOffset.UTC))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot run sales_by_day.sql: ")
                .hasMessageContaining("bround");
    }
}
