package org.kvartal.ingest.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.source.Sources;

import static org.assertj.core.api.Assertions.assertThat;

/** What the lake knows of 2 May, once the sources were read on 1 and 3 May. */
class PastExtractionTest {
    private static final String PRESET = """
            kind: csv
            zone: UTC
            extract:
              deals: { file: deals.csv, into: opportunities, key: [id], changed: moved, columns: { moved: instant } }
              people: { file: people.csv, into: users, key: [id] }
              wares: { file: wares.csv, into: products, key: [id] }
            """;

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void readTheSourcesTwice() {
        lake = Lake.open(folder.resolve("lake"));
        write("sources/tiny/source.yaml", PRESET);
        write("sources/tiny/opportunities.sql", "select id as opportunity_id, _source_file, _source_line from deals");
        write("sources/tiny/users.sql", "select id as user_id, _source_file, _source_line from people");
        write("sources/tiny/products.sql", "select id as product_id, :as_of as day from wares");
        write("data/deals.csv", """
                id,stage,moved
                1,open,2024-05-01 09:00:00
                2,open,2024-05-01 09:00:00
                3,open,2024-05-01 09:00:00
                4,open,2024-05-01 09:00:00
                """);
        write("data/people.csv", "id,team\nann,East\nbob,East\n");
        write("data/wares.csv", "id,label\naxe,Axe\n");
        night("2024-05-01");
        write("data/deals.csv", """
                id,stage,moved
                2,won,2024-05-02 10:00:00
                3,won,2024-05-03 10:00:00
                4,open,2024-05-01 09:00:00
                5,open,2024-05-02 11:00:00
                6,open,soon
                """);
        write("data/people.csv", "id,team\nann,West\ncid,West\n");
        write("data/wares.csv", "id,label\naxe,Splitting axe\n");
        night("2024-05-03");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void takesAnAlteredRowByTheTimeOfItsLastChange() {
        past("2024-05-02");

        assertThat(rows("deals", "id", "stage")).containsExactly("1=open", "2=won", "3=open", "4=open", "5=open");
    }

    @Test
    void keepsAnAlteredRowAsItWasWhenNothingDatesTheChange() {
        past("2024-05-02");

        assertThat(rows("people", "id", "team")).containsExactly("ann=East", "bob=East", "cid=West");
    }

    @Test
    void takesAnAlteredRowAsFoundWhenTheMappingTakesBackItself() {
        past("2024-05-02");

        assertThat(rows("wares", "id", "label")).containsExactly("axe=Splitting axe");
    }

    @Test
    void givesReceiptsAndRejectionsOfItsOwn() {
        past("2024-05-02");
        past("2024-05-02");

        assertThat(receipts("2024-05-02"))
                .containsExactly(
                        "deals 6 = 5 + 1 changed 2", "people 3 = 3 + 0 changed 1", "wares 1 = 1 + 0 changed 1");
        assertThat(lake.rows(RawTables.REJECTIONS, Expressions.equal(RawTables.NIGHT_OF, "2024-05-02")))
                .singleElement()
                .extracting(row -> row.getField("value"))
                .isEqualTo("soon");
    }

    @Test
    void hasWhatTheFirstNightFoundOfADateBeforeIt() {
        past("2024-04-30");

        assertThat(rows("deals", "id", "stage")).containsExactly("1=open", "2=open", "3=open", "4=open");
    }

    @Test
    void changesNothingForTheNightThatFollows() {
        String untouched = read("2024-05-04");
        past("2024-05-02");
        lake.publishNight(LocalDate.parse("2024-05-02"));

        assertThat(read("2024-05-04")).isEqualTo(untouched);
    }

    private void past(String day) {
        LocalDate date = LocalDate.parse(day);
        lake.startNight(date);
        LocalDate later = lake.publishedDates(QualityTables.EXTRACTIONS)
                .tailSet(date.plusDays(1))
                .first();
        new PastExtraction(lake, lake.asOf(later), new AsOf(date, ZoneOffset.UTC), settings()).run();
    }

    private void night(String day) {
        read(day);
        lake.publishNight(LocalDate.parse(day));
    }

    /** What a night has that reads the sources. */
    private String read(String day) {
        LocalDate date = LocalDate.parse(day);
        lake.startNight(date);
        SourceSettings settings = settings();
        try (Source source = Sources.open(settings)) {
            new Extraction(lake, new AsOf(date, ZoneOffset.UTC), "crm", settings.changes()).run(source);
        }
        return receipts(day) + " " + rows("deals", "id", "stage") + rows("people", "id", "team");
    }

    private List<String> receipts(String day) {
        return lake.rows(QualityTables.EXTRACTIONS, Expressions.equal("night", day)).stream()
                .map(row -> "%s %s = %s + %s changed %s"
                        .formatted(
                                row.getField("extract"),
                                row.getField("read_count"),
                                row.getField("stored_count"),
                                row.getField("rejected_count"),
                                row.getField("changed_count")))
                .sorted()
                .toList();
    }

    private List<String> rows(String extract, String key, String value) {
        TableSpec raw = RawTables.of("crm", extract, List.of(Column.text(key, ""), Column.text(value, "")));
        return lake.rows(raw).stream()
                .map((Record row) -> row.getField(key) + "=" + row.getField(value))
                .sorted()
                .toList();
    }

    private SourceSettings settings() {
        write("kvartal.yaml", "sources:\n  crm: { preset: tiny, folder: data, gone-at-most: 1 }\n");
        ConfigFile file = ConfigFile.read(folder.resolve("kvartal.yaml"), new Surroundings(Map.of(), folder, Map.of()));
        List<SourceSettings> all =
                SourceSettings.readAll(file.root(), new PresetFolders(List.of(folder.resolve("sources"))));
        file.problems().throwIfAny();
        return all.get(0);
    }

    private void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
