package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

class DemandForecastTest {
    @TempDir
    Path folder;

    /** 4 axes in April, 4 in May: constant. The cancelled ones, and the running month, do not count. Saws: 6, 0, so 3. */
    @Test
    void expectsUnitsFromOrdersAndWithoutThemFromDealsWon() {
        TestSession.spark();
        Lake lake = Lake.open(folder.resolve("lake"));
        LakeSession session = LakeSession.open(lake, ZoneOffset.UTC, folder.resolve("scratch"));
        LakeRows.store(lake, CrmTables.ORDERS, """
                order_id  status     ordered_at
                1         delivered  2024-04-02
                2         open       2024-05-31
                3         cancelled  2024-05-02
                4         open       2024-06-01
                """);
        LakeRows.store(lake, CrmTables.ORDER_LINES, """
                order_id  line  product_id  quantity
                1         1     axe         1
                1         2     axe         3
                1         3     saw         6
                2         1     axe         4
                3         1     axe         90
                4         1     axe         90
                """);
        LakeRows.store(lake, CrmTables.OPPORTUNITIES, """
                opportunity_id  stage  outcome  closed_at
                9               won    won      2024-05-05
                8               lost   lost     2024-05-05
                """);
        LakeRows.store(lake, CrmTables.OPPORTUNITY_PRODUCTS, """
                opportunity_id  line  product_id  quantity
                9               1     axe         7
                8               1     axe         50
                """);
        assertThat(forecast(session))
                .containsExactly("axe 2024-06-01 1 naive 4.0 4.0", "saw 2024-06-01 1 mean 3.0 0.0");

        lake.replace(CrmTables.ORDER_LINES, List.<Object[]>of().stream());
        assertThat(forecast(session)).containsExactly("axe 2024-06-01 1 naive 7.0 0.0");
    }

    private static List<String> forecast(LakeSession session) {
        new DemandForecast(new SeasonalBaseline(), 1).run(session, LocalDate.parse("2024-06-15"));
        return LakeRows.read(
                session.lake(),
                ForecastTables.DEMAND_FORECAST,
                "product_id",
                "month",
                "step",
                "model",
                "mean",
                "lower_80");
    }
}
