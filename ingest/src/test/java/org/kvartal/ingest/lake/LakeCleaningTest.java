package org.kvartal.ingest.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.integer;

class LakeCleaningTest {
    private static final TableSpec DEALS =
            TableSpec.of("crm", "deals", "Deals.", List.of("deal_id"), id("deal_id", "Identity."));
    private static final LocalDate FIRST = LocalDate.parse("2024-06-01");
    private static final LocalDate SECOND = LocalDate.parse("2024-06-02");

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Lake lake;

    @BeforeEach
    void publishTwoNights() {
        lake = Lake.open(folder);
        publish(FIRST, "crm:1");
        publish(SECOND, "crm:2");
    }

    private void publish(LocalDate date, String key) {
        lake.startNight();
        lake.replace(DEALS, Stream.<Object[]>of(new Object[] {key}));
        lake.publishNight(date);
    }

    @Test
    void deletesTheFilesOfADateThatIsNotKeptAndNoOthers() throws IOException {
        int before = dataFiles();
        LakeCleaning cleaning = later(SECOND, Duration.ofDays(2));
        List<Path> announced = cleaning.deletable();
        List<Path> deleted = new ArrayList<>();
        cleaning.clean(deleted::add);
        assertThat(before).isEqualTo(2);
        assertThat(deleted)
                .isEqualTo(announced)
                .as("rows, manifest and list of the first night")
                .hasSize(3);
        assertThat(dataFiles()).isEqualTo(1);
        assertThat(lake.wasPublished(DEALS, FIRST)).isFalse();
        assertThat(lake.wasPublished(DEALS, SECOND)).isTrue();
        assertThat(lake.rows(DEALS)).extracting(row -> row.getField("deal_id")).containsExactly("crm:2");
    }

    @Test
    void letsTheNextNightGoOn() {
        later(SECOND, Duration.ofDays(2)).clean(file -> {});
        publish(LocalDate.parse("2024-06-03"), "crm:3");
        assertThat(lake.rows(DEALS)).extracting(row -> row.getField("deal_id")).containsExactly("crm:3");
    }

    @Test
    void keepsWhatSomeoneMayBeReading() {
        assertThat(later(SECOND, Duration.ofHours(23)).deletable()).isEmpty();
    }

    @Test
    void keepsTheNightThatIsUnderWay() {
        lake.startNight();
        lake.replace(DEALS, Stream.<Object[]>of(new Object[] {"crm:3"}));
        later(SECOND, Duration.ofDays(9)).clean(file -> {});
        assertThat(lake.rows(DEALS)).extracting(row -> row.getField("deal_id")).containsExactly("crm:3");
        lake.publishNight(LocalDate.parse("2024-06-03"));
        assertThat(lake.rows(DEALS)).hasSize(1);
    }

    @Test
    void deletesAFileThatNoTableNamesWhenItIsThreeDaysOld() throws IOException {
        Path young = Files.createFile(folder.resolve("crm/deals/data/young.parquet"));
        Path old = Files.createFile(folder.resolve("crm/deals/data/old.parquet"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(4))));
        LakeCleaning cleaning = new LakeCleaning(lake, date -> true, Instant.now());
        cleaning.clean(file -> {});
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void keepsTheFilesThatTakeRowsOut() {
        TableSpec raw = TableSpec.of("raw", "deals", "Deals.", List.of("row"), integer("row", "Number of the row."));
        lake.startNight();
        lake.replace(raw, Stream.of(new Object[] {1L}, new Object[] {2L}));
        lake.publishNight(SECOND);
        lake.startNight();
        try (LakeUpsert upsert = lake.upserting(raw, "row")) {
            upsert.takeOut(1L);
            upsert.commit();
        }
        LocalDate third = LocalDate.parse("2024-06-03");
        lake.publishNight(third);
        later(third, Duration.ofDays(9)).clean(file -> {});
        assertThat(lake.rows(raw)).extracting(row -> row.getField("row")).containsExactly(2L);
    }

    @Test
    void refusesALakeThatWasCopied() throws IOException {
        Path copy = elsewhere.resolve("lake");
        copy(folder, copy);
        try (Lake copied = Lake.open(copy)) {
            assertThatThrownBy(() -> new LakeCleaning(copied, date -> false, Instant.now()).deletable())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Cannot clean " + copy + ": its tables name files in " + folder.resolve("crm/deals")
                            + ", because it was copied or moved; clean it there, or move it back");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private LakeCleaning later(LocalDate kept, Duration after) {
        return new LakeCleaning(lake, kept::equals, Instant.now().plus(after));
    }

    private int dataFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("crm/deals/data"))) {
            return (int)
                    files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }
}
