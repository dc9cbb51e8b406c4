package org.kvartal.ingest.quality;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.reference;

class ReferenceCheckTest {
    private static final TableSpec OWNERS =
            TableSpec.of("crm", "owners", "Owners.", List.of("owner_id"), id("owner_id", "Identity."));
    private static final TableSpec REGIONS =
            TableSpec.of("crm", "regions", "Regions.", List.of("region_id"), id("region_id", "Identity."));
    private static final TableSpec DEALS = TableSpec.of(
            "crm",
            "deals",
            "Deals.",
            List.of("deal_id"),
            id("deal_id", "Identity."),
            reference("owner_id", "owners", "Owner."),
            reference("region_id", "regions", "Region."));

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void flagsTheRowsThatNameARowWhichDoesNotExist() {
        store(OWNERS, new Object[] {"crm:ann"});
        store(REGIONS, new Object[] {"crm:east"});
        store(
                DEALS,
                new Object[] {"crm:1", "crm:ann", "crm:east"},
                new Object[] {"crm:2", "crm:bob", "crm:west"},
                new Object[] {"crm:3", null, "crm:east"});
        check();

        assertThat(flags())
                .containsExactlyInAnyOrder(
                        "deals reference reference warning crm:2 owner_id crm:bob"
                                + " | owner_id names no row of owners; enter it there or correct the reference"
                                + " | crm deals.csv 2",
                        "deals reference reference warning crm:2 region_id crm:west"
                                + " | region_id names no row of regions; enter it there or correct the reference"
                                + " | crm deals.csv 2");
        assertThat(checks())
                .containsExactlyInAnyOrder(
                        "deals reference reference owner_id warning 3 1",
                        "deals reference reference region_id warning 3 1");
    }

    @Test
    void passesOverATableThatNoSourceSupplies() {
        store(OWNERS, new Object[] {"crm:ann"});
        store(DEALS, new Object[] {"crm:1", "crm:ann", "crm:east"});
        check();

        assertThat(flags()).isEmpty();
        assertThat(checks()).containsExactly("deals reference reference owner_id warning 1 0");
    }

    @Test
    void replacesItsOwnFindingsAndNoOthers() {
        store(OWNERS, new Object[] {"crm:ann"});
        store(DEALS, new Object[] {"crm:1", "crm:bob", null});
        lake.replace(QualityTables.FLAGS, Stream.<Object[]>of(new Object[] {
            "deals", "row", "no-amount", "warning", "crm:1", "amount", null, "Enter it.", "crm", "deals.csv", 1L
        }));
        check();
        check();

        assertThat(flags())
                .containsExactlyInAnyOrder(
                        "deals row no-amount warning crm:1 amount null | Enter it. | crm deals.csv 1",
                        "deals reference reference warning crm:1 owner_id crm:bob"
                                + " | owner_id names no row of owners; enter it there or correct the reference"
                                + " | crm deals.csv 1");

        store(OWNERS, new Object[] {"crm:bob"});
        check();
        assertThat(flags())
                .containsExactly("deals row no-amount warning crm:1 amount null | Enter it. | crm deals.csv 1");
    }

    private void check() {
        new ReferenceCheck(lake, List.of(OWNERS, REGIONS, DEALS)).run();
    }

    /** Rows as a load stores them: with their origin, lines counted from 1. */
    private void store(TableSpec table, Object[]... rows) {
        int width = table.columns().size();
        for (int i = 0; i < rows.length; i++) {
            Object[] stored = Arrays.copyOf(rows[i], width + 3);
            stored[width] = "crm";
            stored[width + 1] = table.name() + ".csv";
            stored[width + 2] = i + 1L;
            rows[i] = stored;
        }
        lake.replace(QualityTables.stored(table), Stream.of(rows));
    }

    private List<String> flags() {
        return lake.rows(QualityTables.FLAGS).stream()
                .map(row -> joined(row, "table", "kind", "rule", "severity", "key", "column", "value") + " | "
                        + row.getField("reason") + " | " + joined(row, "source", "file", "line"))
                .toList();
    }

    private List<String> checks() {
        return lake.rows(QualityTables.CHECKS).stream()
                .map(row -> joined(row, "table", "kind", "rule", "column", "severity", "checked_count", "failed_count"))
                .toList();
    }

    private static String joined(Record row, String... columns) {
        return Stream.of(columns)
                .map(column -> String.valueOf(row.getField(column)))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
