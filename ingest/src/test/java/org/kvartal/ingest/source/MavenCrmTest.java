package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real export: Maven Analytics, "CRM Sales Opportunities". The totals were counted in the file with awk. */
class MavenCrmTest {
    private static final Extract PIPELINE = new Extract(
            "sales_pipeline",
            new FromFile("sales_pipeline.csv"),
            "opportunities",
            List.of("opportunity_id"),
            Map.of(
                    "engage_date", ColumnType.DATE,
                    "close_date", ColumnType.DATE,
                    "close_value", ColumnType.MONEY),
            Presence.REQUIRED);

    @Test
    void readsEveryOpportunity() {
        Path folder = shared().resolve("data/maven_crm");
        assumeTrue(Files.isDirectory(folder), "Skipped: there is no export in " + folder);
        CsvDialect dialect = new CsvDialect(StandardCharsets.UTF_8, ',');
        Preset preset =
                new Preset("maven-crm", SourceKind.CSV, ZoneOffset.UTC, dialect, List.of(PIPELINE), new TreeMap<>());
        CollectedRows read = new CollectedRows();
        try (Source source = new FolderSource("crm", preset, folder)) {
            assertThat(source.check()).isEmpty();
            source.read(PIPELINE, read);
        }

        assertThat(read.rejections).isEmpty();
        assertThat(read.values).hasSize(8_800);
        assertThat(read.values).filteredOn(row -> "Won".equals(row[4])).hasSize(4_238);
        assertThat(read.values).filteredOn(row -> "Lost".equals(row[4])).hasSize(2_473);
        BigDecimal won = read.values.stream()
                .map(row -> (BigDecimal) row[7])
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(won).isEqualByComparingTo("10005534");
    }

    private static Path shared() {
        String given = System.getProperty("KVARTAL_SHARED", System.getenv("KVARTAL_SHARED"));
        return given == null ? Path.of("..", "..", "shared") : Path.of(given);
    }
}
