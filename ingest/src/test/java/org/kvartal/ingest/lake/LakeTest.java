package org.kvartal.ingest.lake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.instant;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.rate;

class LakeTest {
    private static final TableSpec DEALS = TableSpec.of(
            "crm",
            "deals",
            "Deals.",
            List.of("deal_id"),
            id("deal_id", "Identity."),
            money("amount", "Value."),
            rate("rate", "Rate."),
            number("share", "Share."),
            integer("pieces", "Pieces."),
            date("day", "Day."),
            instant("at", "Moment."),
            flag("won", "Won."));

    private static final Object[] FIRST = {
        "crm:1",
        new BigDecimal("10.50"),
        new BigDecimal("1.2345678901"),
        0.25,
        7L,
        LocalDate.parse("2024-02-29"),
        OffsetDateTime.of(2024, 2, 29, 23, 30, 0, 0, ZoneOffset.UTC),
        true
    };
    private static final Object[] SECOND = {"crm:2", null, null, null, null, null, null, null};

    @TempDir
    static Path folder;

    private static Lake lake;
    private static LakeSession session;

    @BeforeAll
    static void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        session = LakeSession.open(lake, ZoneOffset.UTC, folder.resolve("scratch"));
    }

    @Test
    void readsTheSameRowsThroughJavaAndThroughSparkWhicheverWroteThem() {
        lake.replace(DEALS, Stream.of(FIRST, SECOND));
        List<String> written = texts(lake.rows(DEALS));
        Dataset<Row> fromJava = session.read(DEALS);
        session.writeDistributed(DEALS, fromJava, Map.of());

        assertThat(texts(lake.rows(DEALS))).isEqualTo(written).hasSize(2);
        assertThat(session.read(DEALS).collectAsList().toString())
                .isEqualTo("[[crm:1,10.50,1.2345678901,0.25,7,2024-02-29,2024-02-29T23:30:00Z,true],"
                        + " [crm:2,null,null,null,null,null,null,null]]");
        assertThat(lake.rowCount(DEALS)).isEqualTo(2);
        assertThat(lake.files(DEALS)).hasSize(1).allMatch(file -> file.toFile().isFile());
    }

    @Test
    void showsANightToEverybodyOnlyOnceItIsPublished() {
        TableSpec table = named("published_deals");
        lake.replace(table, Stream.<Object[]>of(FIRST));
        lake.publishNight(LocalDate.parse("2024-03-01"));
        lake.replace(table, Stream.of(FIRST, SECOND));

        assertThat(session.read(table).count()).as("tonight").isEqualTo(2);
        assertThat(session.readAsOf(table, LocalDate.parse("2024-03-01")).count())
                .as("as published")
                .isEqualTo(1);
        assertThat(session.readAsOf(table, LocalDate.parse("2024-02-01")).count())
                .as("never published")
                .isZero();

        lake.startNight();
        assertThat(session.read(table).count())
                .as("after the night was dropped")
                .isEqualTo(1);
    }

    @Test
    void keepsTheOtherRowsWhenOneValueIsReplaced() {
        TableSpec table = named("replaced_deals");
        for (int attempt = 1; attempt <= 2; attempt++) {
            for (Object[] row : List.of(FIRST, SECOND)) {
                try (LakeWriter writer = lake.replacing(table, Map.of("deal_id", row[0]))) {
                    writer.write(row);
                    writer.commit();
                }
            }
        }
        assertThat(texts(lake.rows(table))).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void addsAColumnDeclaredLater() {
        TableSpec table = named("widened_deals");
        lake.replace(table, Stream.of(FIRST, SECOND));
        TableSpec wider = table.with(integer("visits", "Visits."));
        lake.prepare(wider);

        assertThat(lake.rows(wider)).extracting(row -> row.getField("visits")).containsExactly(null, null);
    }

    @Test
    void leavesNoTraceOfAWriterThatWasClosedBeforeItsCommit() {
        TableSpec table = named("abandoned_deals");
        try (LakeWriter writer = lake.replacing(table)) {
            writer.write(FIRST);
        }
        assertThat(lake.rows(table)).isEmpty();
        assertThat(folder.resolve("lake/crm/abandoned_deals/data")).isDirectoryNotContaining("glob:**.parquet");
    }

    private static TableSpec named(String name) {
        return new TableSpec("crm", name, "Deals.", DEALS.key(), DEALS.columns());
    }

    private static List<String> texts(List<Record> rows) {
        return rows.stream().map(Object::toString).sorted().toList();
    }
}
