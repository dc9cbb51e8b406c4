package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.text;

/** A damaged table is told by its name, and is never a table of fewer rows. */
class DamagedLakeTest {
    private static final TableSpec DEALS = named("deals");
    private static final TableSpec OTHERS = named("others");

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void write() {
        lake = Lake.open(folder.resolve("lake"));
        lake.replace(DEALS, rows(1_000));
        lake.replace(OTHERS, rows(3));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        Path file = file(DEALS);
        Files.delete(file);

        assertThatThrownBy(() -> lake.files(DEALS))
                .isInstanceOf(DamagedTable.class)
                .hasMessage(
                        "Cannot read crm.deals: %s is missing; restore %s from a backup, or delete it and, in the folder"
                                + " runs beside the lake, the file of the night's date: the next run makes the table"
                                + " again, without its earlier nights",
                        file, tableFolder());
        assertThatThrownBy(() -> lake.rows(DEALS))
                .isInstanceOf(DamagedTable.class)
                .hasMessageContaining(file.toString());
        assertThat(lake.rows(OTHERS)).hasSize(3);
    }

    @Test
    void namesTheFileThatWasCutOff() throws IOException {
        Path file = file(DEALS);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> lake.stored("crm.deals"))
                .isInstanceOf(DamagedTable.class)
                .hasMessageContaining("%s has %d bytes instead of %d;", file, whole.length / 2, whole.length);
        assertThatThrownBy(() -> lake.rows(DEALS)).isInstanceOf(DamagedTable.class);

        Files.write(file, whole);
        assertThat(lake.rows(DEALS)).as("mended").hasSize(1_000);
    }

    @Test
    void refusesAFileOfAnotherTable() throws IOException {
        Files.write(file(DEALS), Files.readAllBytes(file(OTHERS)));

        assertThatThrownBy(() -> lake.files(DEALS))
                .isInstanceOf(DamagedTable.class)
                .hasMessageContaining("bytes instead of");
        assertThatThrownBy(() -> lake.rows(DEALS)).isInstanceOf(DamagedTable.class);
    }

    @Test
    void noticesAChangedByteByTheSumOfThePage() throws IOException {
        Path file = file(DEALS);
        byte[] bytes = Files.readAllBytes(file);
        bytes[60] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> lake.rows(DEALS))
                .isInstanceOf(DamagedTable.class)
                .hasMessageStartingWith("Cannot read crm.deals: a file of it is damaged (");
    }

    @Test
    void namesTheTableWhoseMetadataAreDamaged() throws IOException {
        Path newest = metadata().stream().max(Path::compareTo).orElseThrow();
        String whole = Files.readString(newest);
        Files.writeString(newest, whole.substring(0, whole.length() / 2));

        assertThatThrownBy(() -> lake.rows(DEALS))
                .isInstanceOf(DamagedTable.class)
                .hasMessageStartingWith("Cannot read crm.deals: its metadata are damaged (")
                .hasMessageContaining("restore " + tableFolder() + " from a backup");
        assertThatThrownBy(() -> lake.startNight()).isInstanceOf(DamagedTable.class);

        Files.writeString(newest, whole);
        assertThat(lake.rows(DEALS)).as("mended").hasSize(1_000);
    }

    @Test
    void findsTheNewestMetadataWithoutAHint() throws IOException {
        Path hint = tableFolder().resolve("metadata/version-hint.text");
        for (String damaged : List.of("", "x", "1")) {
            Files.writeString(hint, damaged);
            assertThat(lake.rows(DEALS)).as("hint " + damaged).hasSize(1_000);
        }
        Files.delete(hint);
        assertThat(lake.rows(DEALS)).as("no hint").hasSize(1_000);

        lake.replace(DEALS, rows(2));
        assertThat(lake.rows(DEALS)).hasSize(2);
    }

    @Test
    void makesATableAgainWhoseFolderWasDeleted() throws IOException {
        try (Stream<Path> found = Files.walk(tableFolder())) {
            for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertThat(lake.rows(DEALS)).isEmpty();

        lake.replace(DEALS, rows(5));
        assertThat(lake.rows(DEALS)).hasSize(5);
    }

    private Path tableFolder() {
        return folder.resolve("lake/crm/deals");
    }

    private Path file(TableSpec table) {
        return lake.files(table).get(0);
    }

    private List<Path> metadata() {
        try (Stream<Path> found = Files.list(tableFolder().resolve("metadata"))) {
            return found.filter(path -> path.toString().endsWith(".metadata.json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Object[]> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Object[] {"d" + i, (long) i * i});
    }

    private static TableSpec named(String name) {
        return new TableSpec(
                "crm", name, "Deals.", List.of("id"), List.of(text("id", "Id."), integer("size", "Size.")));
    }
}
