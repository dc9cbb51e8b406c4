package org.kvartal.reports.explore;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExploredReleaseTest {
    @TempDir
    Path folder;

    private ExploredRelease release;

    @BeforeEach
    void open() throws IOException, SQLException {
        Path deals = Files.createDirectories(folder.resolve("data/mart/deals"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            statement.execute("""
                    copy (
                        select date '2026-01-01' as month, 'North' as region, 12345678901234.56::decimal(18, 2) as amount,
                               0.1234567891::decimal(20, 10) as rate, 3::bigint as won_count, true as open,
                               timestamptz '2026-01-02 03:04:05Z' as seen_at, [1, 2] as parts, 1.5::double as score
                        union all
                        select date '2026-02-01', 'South', 0.10, null, 4, false, null, null, null
                    ) to '%s' (format parquet)""".formatted(deals.resolve("part-00000.parquet")));
        }
        Files.writeString(folder.resolve("data/dictionary.json"), """
                {"resources": [{"table": "mart.deals", "grain": ["month"], "rows": 2, "description": "Deals by month.",
                  "schema": {"fields": [{"name": "amount", "label": "amount of money", "unit": "project currency",
                                         "description": "Sum."}]}}]}
                """);
        release = ExploredRelease.open(new ReleaseCard(
                folder, folder.resolve("charts"), "Example Ltd", "EUR", LocalDate.parse("2026-02-28"), "2026-02-28.1"));
    }

    @AfterEach
    void close() {
        release.close();
    }

    @Test
    void givesEveryColumnATypeThatTablesawHas() {
        Table deals = release.table("mart.deals");
        assertThat(deals.typeArray())
                .containsExactly(
                        ColumnType.LOCAL_DATE,
                        ColumnType.STRING,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE,
                        ColumnType.LONG,
                        ColumnType.BOOLEAN,
                        ColumnType.INSTANT,
                        ColumnType.STRING,
                        ColumnType.DOUBLE);
        assertThat(deals.instantColumn("seen_at").get(0)).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(deals.column("seen_at").isMissing(1)).isTrue();
        assertThat(deals.column("rate").isMissing(1)).isTrue();
    }

    @Test
    void keepsCentsInDoublesAndSumsExactlyInSql() {
        assertThat(release.table("mart.deals").doubleColumn("amount").get(0)).isEqualTo(12345678901234.56);
        assertThat(release.value("select sum(amount) from mart.deals")).isEqualTo(new BigDecimal("12345678901234.66"));
        assertThat(release.sql("select sum(won_count) as n from mart.deals")
                        .longColumn("n")
                        .get(0))
                .isEqualTo(7L);
        assertThat(release.sql("select sum(amount) / 3 as third, 1.25 as small from mart.deals")
                        .typeArray())
                .containsOnly(ColumnType.DOUBLE);
    }

    @Test
    void tellsWhatThereIs() {
        assertThat(release.names()).containsExactly("mart.deals");
        assertThat(release.tables().getString(0, "meaning")).isEqualTo("Deals by month.");
        assertThat(release.tables().getString(0, "one row per")).isEqualTo("month");
        assertThat(release.tables().longColumn("rows").get(0)).isEqualTo(2L);
        assertThat(release.columns("mart.deals").getString(0, "unit")).isEqualTo("project currency");
    }

    @Test
    void drawsMeasuresByMonthAndByNameAndForecastsInTheirInterval() {
        Table deals = release.table("mart.deals");
        assertThat(release.chart("Few deals", deals, "month", "won_count")).hasFileName("won_count-1.html");
        assertThat(release.chart("Few deals", deals, "region", "won_count"))
                .hasFileName("won_count-2.html")
                .content()
                .contains("Few deals", "South", "Example Ltd");
        Table ahead = release.sql(
                "select month, won_count as p50, won_count - 1 as p10, won_count + 1 as p90 from mart.deals order by 1");
        assertThat(release.fan("It may fall", ahead, "month", "p50", "p10", "p90"))
                .hasFileName("p50-1.html");
        assertThat(folder.resolve("charts/p50-1.svg")).content().contains("band");
    }

    @Test
    void refusesWhatWouldMislead() {
        Table deals = release.table("mart.deals");
        assertThatThrownBy(() -> release.table("mart.dels"))
                .hasMessage("Cannot read table mart.dels: there is none; tables() lists them");
        assertThatThrownBy(() -> release.chart("Twice", deals.append(deals.copy()), "month", "won_count"))
                .hasMessage("Cannot draw month: 2026-01-01 stands in more than one row; sum them first, as"
                        + " sql(\"select month, sum(…) … group by month order by month\")");
        assertThatThrownBy(() -> release.chart("Mixed", release.table("mart.deals"), "month", "amount", "won_count"))
                .hasMessageStartingWith("Invalid chart \"amount, won_count\": it is in EUR");
        assertThatThrownBy(() -> release.sql("drop table mart.deals")).hasMessageStartingWith("Cannot answer");
        assertThatThrownBy(() -> release.value("select 1, 2")).hasMessageEndingWith("gives 2 columns");
    }
}
