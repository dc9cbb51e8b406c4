package org.kvartal.ingest.load;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.SparkSettings;
import org.kvartal.ingest.lake.SqlEngine;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.privacy.Pseudonyms;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.quality.Status;
import org.kvartal.ingest.quality.TableReport;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.sql.SqlQuery;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.text;

class TableLoadTest {
    private static final AsOf NIGHT = new AsOf(LocalDate.parse("2024-06-30"), ZoneOffset.UTC);
    private static final List<org.kvartal.ingest.lake.Column> RAW =
            List.of(text("sku", "Article."), text("label", "Name."), money("price", "Price."));

    private static final Terms TERMS =
            new Terms(NIGHT, "EUR", List.of("web", "crm"), Pseudonyms.keyed(new Secret("open sesame")));

    @TempDir
    static Path folder;

    private static Lake lake;

    @BeforeAll
    static void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
    }

    @BeforeEach
    void extract() {
        store("crm", new Object[] {"2", "Saw", new BigDecimal("9.50")}, new Object[] {"10", "Axe", null});
        store("web", new Object[] {"2", "Saw, electric", new BigDecimal("99.00")});
    }

    @Test
    void unitesTheRowsOfAllSourcesUnderTheirOwnIds() {
        TableReport report = load(
                mapping(
                        "crm",
                        "select sku as product_id, label as name, price as list_price, _source_file, _source_line from articles"),
                mapping("web", "select sku as product_id, label as name, _source_file, _source_line from articles"));

        assertThat(texts(QualityTables.stored(CrmTables.PRODUCTS)))
                .containsExactly(
                        "crm:10|Axe||||||crm|articles.csv|3",
                        "crm:2|Saw||9.50||||crm|articles.csv|2",
                        "web:2|Saw, electric||||||web|articles.csv|2");
        assertThat(report.rows("crm", Status.LOADED)).isEqualTo(2);
        assertThat(report.rows("web", Status.LOADED)).isEqualTo(1);
    }

    @Test
    void keepsTextThatIsNotOfTheTypeOfItsColumnOutOfTheTable() {
        load(mapping(
                "crm",
                "select sku as product_id, label as name, if(sku = '10', 'dear', '4.25') as list_price,"
                        + " _source_file, _source_line from articles"));

        assertThat(texts(CrmTables.PRODUCTS)).containsExactly("crm:2|Saw||4.25|||");
        assertThat(texts(QualityTables.quarantineOf(CrmTables.PRODUCTS)))
                .hasSize(1)
                .allMatch(row -> row.startsWith("crm|articles.csv|3|crm:10|list_price|dear|type|"))
                .allMatch(row -> row.endsWith("|product_id=crm:10, name=Axe, list_price=dear"));
    }

    @Test
    void replacesWhatAnEarlierAttemptLeft() {
        Mapping good = mapping("crm", "select sku as product_id, label as name from articles");
        Mapping bad = mapping("crm", "select sku as product_id, cast(null as string) as name from articles");
        load(bad);
        assertThat(texts(CrmTables.PRODUCTS)).isEmpty();
        load(good);
        load(good);

        assertThat(texts(CrmTables.PRODUCTS)).containsExactly("crm:10|Axe|||||", "crm:2|Saw|||||");
        assertThat(texts(QualityTables.quarantineOf(CrmTables.PRODUCTS))).isEmpty();
    }

    @Test
    void refusesAMappingThatSelectsAColumnTheTableDoesNotHave() {
        Mapping misspelt = mapping("crm", "select sku as product_id, label as nmae from articles");

        assertThatThrownBy(() -> load(misspelt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid mapping of products in source crm: column nmae is not one of [product_id, name,"
                        + " family, list_price, unit_cost, unit, active]");
    }

    @Test
    void convertsMoneyByTheRateOfTheDayAndSaysWhereThereIsNone() {
        lake.replace(
                QualityTables.stored(CrmTables.EXCHANGE_RATES),
                Stream.of(
                        new Object[] {
                            "USD", LocalDate.parse("2024-06-28"), new BigDecimal("0.9000000000"), "fx", "", null
                        },
                        new Object[] {
                            "USD", LocalDate.parse("2024-01-02"), new BigDecimal("0.5000000000"), "fx", "", null
                        }));

        load(mapping("crm", """
                with saw as (select * from articles where sku = '2')
                select '2' as product_id, label as name, price as list_price, 'USD' as _currency, null as _rate_day
                from saw
                union all select 'old', label, price, 'USD', date'2024-01-01' from saw
                union all select 'own', label, price, 'EUR', null from saw
                union all select 'none', label, price, 'CHF', null from saw
                """));

        assertThat(texts(CrmTables.PRODUCTS))
                .containsExactly(
                        "crm:2|Saw||8.55|||", "crm:none|Saw|||||", "crm:old|Saw||4.75|||", "crm:own|Saw||9.50|||");
        assertThat(lake.rows(QualityTables.FLAGS))
                .extracting(
                        flag -> flag.getField("key") + " " + flag.getField("rule") + " " + flag.getField("severity"))
                .containsExactly("crm:none exchange-rate-missing error");
    }

    @Test
    void takesWhatSeveralSourcesShareFromTheFirst() {
        String rates = "select 'USD' as currency, date'2024-06-28' as day, %s as rate, _source_file, _source_line"
                + " from articles where sku = '2'";
        TableReport report = load(
                CrmTables.EXCHANGE_RATES,
                List.of(
                        mapping(CrmTables.EXCHANGE_RATES, "web", rates.formatted("0.9")),
                        mapping(
                                CrmTables.EXCHANGE_RATES,
                                "crm",
                                rates.formatted("0.8") + " union all select 'USD', date'2024-06-29', 0.7,"
                                        + " _source_file, _source_line from articles where sku = '2'")));

        assertThat(texts(CrmTables.EXCHANGE_RATES)).containsExactly("USD|2024-06-28|0.9000000000");
        assertThat(report.rows("crm", Status.FILTERED)).isEqualTo(2);
        assertThat(report.rows("crm", Status.QUARANTINED)).isZero();
    }

    @Test
    void showsAMappingAnEmptyTableWhereTheSourceLacksOne() {
        Mapping mapping = new Mapping(
                "crm",
                CrmTables.PRODUCTS,
                new SqlQuery(
                        "products.sql",
                        "select sku as product_id, coalesce(family, label) as name from articles left join families using (sku)"),
                Map.of(
                        "articles",
                        new RawRows.Extracted(raw("crm").qualifiedName()),
                        "families",
                        new RawRows.Absent(List.of(text("sku", "Article."), text("family", "Family.")))),
                Map.of());
        load(mapping);

        assertThat(texts(CrmTables.PRODUCTS)).containsExactly("crm:10|Axe|||||", "crm:2|Saw|||||");
    }

    private static TableReport load(Mapping... mappings) {
        return load(CrmTables.PRODUCTS, List.of(mappings));
    }

    /** By Spark, then within this process, which gives the same. */
    private static TableReport load(TableSpec table, List<Mapping> mappings) {
        load(SqlEngine.SPARK, table, mappings);
        List<String> bySpark = texts(QualityTables.stored(table));
        List<String> quarantined = texts(QualityTables.quarantineOf(table));
        TableReport report = load(SqlEngine.LOCAL, table, mappings);
        assertThat(texts(QualityTables.stored(table))).isEqualTo(bySpark);
        assertThat(texts(QualityTables.quarantineOf(table))).isEqualTo(quarantined);
        return report;
    }

    private static TableReport load(SqlEngine engine, TableSpec table, List<Mapping> mappings) {
        SparkSettings settings = new SparkSettings(engine, null, Map.of(), null);
        Night night = new Night(NIGHT, null, lake, folder.resolve("scratch"), settings);
        return new TableLoad(night, TERMS).run(table, mappings, List.of());
    }

    private static Mapping mapping(String source, String sql) {
        return mapping(CrmTables.PRODUCTS, source, sql);
    }

    private static Mapping mapping(TableSpec table, String source, String sql) {
        return new Mapping(
                source,
                table,
                new SqlQuery(table.name() + ".sql", sql),
                Map.of("articles", new RawRows.Extracted(raw(source).qualifiedName())),
                Map.of());
    }

    private static TableSpec raw(String source) {
        return RawTables.of(source, "articles", RAW);
    }

    /** Tonight's raw rows, on the lines below a header. */
    private static void store(String source, Object[]... rows) {
        try (var writer = lake.replacing(raw(source))) {
            for (int i = 0; i < rows.length; i++) {
                Object[] row = rows[i];
                writer.write(new Object[] {row[0], row[1], row[2], "articles.csv", i + 2L, NIGHT.date()});
            }
            writer.commit();
        }
    }

    private static List<String> texts(TableSpec table) {
        return lake.rows(table).stream().map(row -> joined(row, table)).toList();
    }

    private static String joined(Record row, TableSpec table) {
        return table.columnNames().stream()
                .map(row::getField)
                .map(value -> value == null ? "" : value.toString())
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }
}
