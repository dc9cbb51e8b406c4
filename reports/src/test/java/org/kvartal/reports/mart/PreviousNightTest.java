package org.kvartal.reports.mart;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.AsOf;

import static org.assertj.core.api.Assertions.assertThat;

class PreviousNightTest {
    private static final LocalDate MONDAY = LocalDate.parse("2024-05-06");

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void publishMonday() {
        lake = Lake.open(folder.resolve("lake"));
        lake.replace(
                CrmTables.OPPORTUNITIES,
                Stream.of(
                        deal("a", "open", null),
                        deal("b", "won", "2024-05-06T23:59:59Z"),
                        deal("c", "lost", "2024-05-07T00:00:00Z")));
        lake.replace(
                ForecastTables.DEAL_OUTLOOK,
                Stream.<Object[]>of(new LakeRow(ForecastTables.DEAL_OUTLOOK)
                        .with("opportunity_id", "a")
                        .with("win_in_quarter", 0.25)
                        .values()));
        lake.replace(
                ForecastTables.QUARTER_OUTLOOK,
                Stream.<Object[]>of(new LakeRow(ForecastTables.QUARTER_OUTLOOK)
                        .with("quarter", "Q2 2024")
                        .with("evidence", "closings")
                        .values()));
        lake.publishNight(MONDAY);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private static @Nullable Object[] deal(String id, String outcome, @Nullable String closedAt) {
        return new LakeRow(CrmTables.OPPORTUNITIES)
                .with("opportunity_id", id)
                .with("outcome", outcome)
                .with("closed_at", closedAt == null ? null : OffsetDateTime.parse(closedAt))
                .values();
    }

    private List<String> kept(@Nullable LocalDate previous) {
        AsOf tuesday = new AsOf(MONDAY.plusDays(1), ZoneOffset.UTC);
        lake.replace(CrmTables.OPPORTUNITIES, Stream.<Object[]>of(deal("a", "won", "2024-05-07T09:00:00Z")));
        new PreviousNight(new Night(tuesday, previous, lake, folder)).keep();
        return lake.rows(PreviousNight.OPPORTUNITIES).stream()
                .map(row -> row.getField("opportunity_id") + " " + row.getField("outcome") + " "
                        + row.getField("win_in_quarter"))
                .toList();
    }

    @Test
    void keepsWhatWasPublishedAndTakesBackWhatLayAheadOfIt() {
        assertThat(kept(MONDAY)).containsExactly("a open 0.25", "b won null", "c open null");
        assertThat(lake.rows(PreviousNight.QUARTER_OUTLOOK))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("evidence")).isEqualTo("closings"));
    }

    @Test
    void knowsNothingOnTheFirstNight() {
        assertThat(kept(null)).isEmpty();
        assertThat(lake.rows(PreviousNight.QUARTER_OUTLOOK)).isEmpty();
    }
}
