package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.PipelineTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

class WinRateRankingTest {
    @TempDir
    Path folder;

    /**
     * Ann wins 30 of 40 and Bob 10 of 40, Cy 1 of 1: Cy is taken together with Ann, 31 of 41. Web and fair win 20 of
     * 40 and 21 of 41: the same. Product axe alone has nobody to be compared with.
     */
    @Test
    void tellsARankingFromNoise() {
        TestSession.spark();
        Lake lake = Lake.open(folder.resolve("lake"));
        BothEngines engines = new BothEngines(lake, folder.resolve("scratch"));
        List.of(CrmTables.ACCOUNTS, CrmTables.USERS, CrmTables.TEAMS).forEach(lake::prepare);
        LakeRows.store(
                lake,
                CrmTables.OPPORTUNITIES,
                "opportunity_id  stage  outcome  owner_id  source  product_id  closed_at\n" + deals("ann", 30, 40)
                        + deals("bob", 10, 40)
                        + "c  x  won  cy  fair  axe  2024-12-31\n"
                        + "early  x  won  ann  web  axe  2023-12-31\n"
                        + "late  x  won  ann  web  axe  2025-01-01\n"
                        + "open  x  open  ann  web  axe  -\n");
        engines.run(new AsOf(LocalDate.parse("2024-12-31"), ZoneOffset.UTC), new WinRateRanking()::run);

        assertThat(LakeRows.read(
                        lake,
                        PipelineTables.WIN_RATE_RANKINGS,
                        "dimension",
                        "member_count",
                        "compared_count",
                        "closed_count",
                        "mean_rate",
                        "chi_square",
                        "verdict"))
                .containsExactly(
                        "owner 3 2 81 0.5062 20.7469 different",
                        "product 1 1 81 0.5062 - too few",
                        "source 2 2 81 0.5062 0.012 noise");
        assertThat(LakeRows.read(lake, PipelineTables.WIN_RATES, "dimension", "member", "won_count", "closed_count"))
                .containsExactly(
                        "owner ann 30 40",
                        "owner bob 10 40",
                        "owner cy 1 1",
                        "product axe 41 81",
                        "source fair 21 41",
                        "source web 20 40");
        assertThat(lake.rows(PipelineTables.WIN_RATES))
                .allSatisfy(row -> assertThat((double) row.getField("shrunk_rate"))
                        .isBetween((double) row.getField("low"), (double) row.getField("high"))
                        .isBetween(0.25, 0.8));
    }

    /** Half of the wins and half of the losses came by the fair. */
    private static String deals(String owner, int won, int closed) {
        return IntStream.range(0, closed)
                .mapToObj(i -> owner + i + "  x  " + (i < won ? "won" : "lost") + "  " + owner + "  "
                        + (i % 2 == 0 ? "fair" : "web") + "  axe  2024-01-01\n")
                .collect(Collectors.joining());
    }
}
