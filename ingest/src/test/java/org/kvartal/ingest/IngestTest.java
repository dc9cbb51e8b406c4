package org.kvartal.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.gate.GateSettings;
import org.kvartal.ingest.identity.IdentitySettings;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.quality.Rule;
import org.kvartal.ingest.quality.Rules;
import org.kvartal.ingest.quality.Severity;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A folder of two files, taken through all steps once; each test looks at one kind of row. */
class IngestTest {
    private static final AsOf NIGHT = new AsOf(LocalDate.parse("2024-06-30"), ZoneId.of("Europe/Prague"));
    private static final TableSpec OPPORTUNITIES = CrmTables.OPPORTUNITIES;

    private static final String PRESET = """
            kind: csv
            extract:
              deals:
                file: deals.csv
                into: opportunities
                key: [id]
                columns: { amount: money, created: instant, closed: instant }
              articles: { file: articles.csv, into: products, key: [sku] }
            """;

    private static final String DEALS_SQL = """
            select id                                                     as opportunity_id,
                   article                                                as product_id,
                   stage,
                   lower(stage)                                           as outcome,
                   amount,
                   created                                                as created_at,
                   closed                                                 as closed_at,
                   if(stage = 'Test', 'test-deals', null)                 as _filter,
                   if(article = 'saw', 'article-case', null)              as _repair,
                   _source_file,
                   _source_line
            from deals
            """;

    private static final String ARTICLES_SQL =
            "select sku as product_id, label as name, _source_file, _source_line from articles";

    private static final String DEALS = """
            id,article,stage,amount,created,closed
            1,Saw,Won,100.00,2024-01-10 09:00,2024-02-01 10:00
            2,Axe,Open,,2024-03-01 09:00,
            3,Saw,Won,12x,2024-01-10 09:00,2024-02-01 10:00
            4,Axe,Lost,50.00,2024-03-05 09:00,2024-03-01 09:00
            5,saw,Won,70.00,2024-03-05 09:00,2024-03-06 09:00
            6,Axe,Won,80.00,2024-03-05 09:00,2024-03-07 09:00
            6,Axe,Won,80.00,2024-03-05 09:00,2024-03-07 09:00
            7,Axe,Won,90.00,2024-03-05 09:00,2024-03-08 09:00
            7,Axe,Won,91.00,2024-03-05 09:00,2024-03-08 09:00
            8,Axe,Test,1.00,2024-03-05 09:00,
            9,Axe,Open,10.00,2024-06-30 22:00,
            10,Drill,Open,10.00,2024-06-30 21:59,
            ,Axe,Open,10.00,2024-05-01 09:00,
            12,Axe,Maybe,10.00,2024-05-01 09:00,
            13,Axe,Open
            """;

    private static final Rules RULES = new Rules(List.of(
            new Rule(
                    "closed-before-created",
                    "opportunities",
                    "closed_at",
                    Severity.QUARANTINE,
                    "closed_at < created_at",
                    "Mend one of the dates."),
            new Rule(
                    "open-without-amount",
                    "opportunities",
                    "amount",
                    Severity.WARNING,
                    "outcome = 'open' and amount is null",
                    "Enter the amount.")));

    @TempDir
    static Path folder;

    private static Lake lake;

    @BeforeAll
    static void runTheNight() throws IOException {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        Ingest ingest = ingest("night", PRESET, DEALS_SQL, DEALS, lake);
        ingest.checkSources();
        ingest.extract();
        ingest.loadTables();
        ingest.checkReferences();
    }

    @Test
    void loadsCleanRowsWithTheirOrigin() {
        assertThat(rows(
                        QualityTables.stored(OPPORTUNITIES),
                        "opportunity_id",
                        "outcome",
                        "amount",
                        "_source",
                        "_source_file",
                        "_source_line"))
                .containsExactlyInAnyOrder(
                        "crm:1|won|100.00|crm|deals.csv|2",
                        "crm:2|open||crm|deals.csv|3",
                        "crm:5|won|70.00|crm|deals.csv|6",
                        "crm:6|won|80.00|crm|deals.csv|7",
                        "crm:7|won|90.00|crm|deals.csv|9",
                        "crm:10|open|10.00|crm|deals.csv|13");
    }

    @Test
    void quarantinesEveryOtherRowWithFileLineColumnValueAndRule() {
        assertThat(rows(
                        QualityTables.quarantineOf(OPPORTUNITIES),
                        "source",
                        "file",
                        "line",
                        "key",
                        "column",
                        "value",
                        "rule",
                        "reason"))
                .containsExactlyInAnyOrder(
                        "crm|deals.csv|4||amount|12x|type|amount must be an amount of at most 16 digits before the"
                                + " point, as 1234.50",
                        "crm|deals.csv|5|crm:4|closed_at|2024-03-01T09:00Z|closed-before-created|Mend one of the"
                                + " dates.",
                        "crm|deals.csv|10|crm:7|opportunity_id|crm:7|unique-key|another row has the same"
                                + " opportunity_id and other values; keep one of them",
                        "crm|deals.csv|14||opportunity_id||required|opportunity_id has no value",
                        "crm|deals.csv|15|crm:12|outcome|maybe|allowed|outcome is not one of won, lost, open",
                        "crm|deals.csv|16||||columns|must have 6 fields, as the header, but has 3");
    }

    @Test
    void keepsARejectedRowUnlessItsTextMayNameAPerson() {
        assertThat(rows(QualityTables.quarantineOf(OPPORTUNITIES), "line", "row"))
                .contains(
                        "4|",
                        "15|opportunity_id=crm:12, product_id=crm:Axe, stage=Maybe, outcome=maybe, amount=10.00,"
                                + " created_at=2024-05-01T09:00Z");
    }

    @Test
    void flagsRowsThatBreakARuleOrWereRepairedOrNameNobody() {
        assertThat(rows(
                        QualityTables.FLAGS,
                        "table",
                        "kind",
                        "rule",
                        "severity",
                        "key",
                        "column",
                        "value",
                        "file",
                        "line"))
                .containsExactlyInAnyOrder(
                        "opportunities|row|open-without-amount|warning|crm:2|amount||deals.csv|3",
                        "opportunities|row|article-case|warning|crm:5|||deals.csv|6",
                        "opportunities|reference|reference|warning|crm:5|product_id|crm:saw|deals.csv|6",
                        "opportunities|reference|reference|warning|crm:10|product_id|crm:Drill|deals.csv|13");
    }

    @Test
    void namesTheRulesThatLeftRowsOut() {
        assertThat(rows(QualityTables.FILTERS, "table", "source", "rule", "filtered_count"))
                .containsExactlyInAnyOrder("opportunities|crm|after-as-of|1", "opportunities|crm|test-deals|1");
    }

    @Test
    void accountsForEveryRowRead() {
        assertThat(rows(QualityTables.ROW_BALANCE, QualityTables.ROW_BALANCE.columnNames()))
                .containsExactly("products|crm|2|0|2|0|0|0", "opportunities|crm|15|0|6|6|1|2");
    }

    @Test
    void countsWhatEachRuleFound() {
        assertThat(rows(QualityTables.CHECKS, "table", "rule", "column", "severity", "checked_count", "failed_count"))
                .contains(
                        "opportunities|closed-before-created|closed_at|quarantine|10|1",
                        "opportunities|open-without-amount|amount|warning|10|1",
                        "opportunities|unique-key|opportunity_id|quarantine|10|1",
                        "opportunities|required|opportunity_id|quarantine|10|1",
                        "opportunities|allowed|outcome|quarantine|10|1",
                        "opportunities|type|amount|quarantine|12|1",
                        "opportunities|columns||quarantine|12|1",
                        "opportunities|reference|product_id|warning|6|2",
                        "products|unique-key|product_id|quarantine|2|0");
    }

    @Test
    void failsWhenAMappingDropsRows() throws IOException {
        try (Lake own = Lake.open(folder.resolve("dropping-lake"))) {
            Ingest ingest = ingest("dropping", PRESET, DEALS_SQL + "where stage <> 'Test'", DEALS, own);
            ingest.extract();

            assertThatThrownBy(ingest::loadTables)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Invalid row balance of opportunities from crm: read 15 + derived 0, but loaded 6 + quarantined 6"
                                    + " + deduplicated 1 + filtered 1; a mapping must keep every row and name the rule of"
                                    + " those it leaves out in _filter");
        }
    }

    @Test
    void stopsBeforeAnyWorkWhenASourceIsNotWhatItsPresetSays() throws IOException {
        try (Lake own = Lake.open(folder.resolve("renamed-lake"))) {
            Ingest ingest = ingest("renamed", PRESET, DEALS_SQL, DEALS.replace("amount", "value"), own);

            assertThatThrownBy(ingest::checkSources)
                    .hasMessage("Cannot read deals of source crm: deals.csv has no column amount; its header has"
                            + " id, article, stage, value, created, closed");
        }
        assertThat(folder.resolve("renamed-lake")).doesNotExist();
    }

    @Test
    void canRunEveryStepAgain() throws IOException {
        try (Lake own = Lake.open(folder.resolve("repeated-lake"))) {
            Ingest ingest = ingest("repeated", PRESET, DEALS_SQL, DEALS, own);
            for (int attempt = 1; attempt <= 2; attempt++) {
                ingest.extract();
                ingest.loadTables();
                ingest.checkReferences();
            }
            for (TableSpec table : Stream.concat(
                            QualityTables.ALL.stream(),
                            Stream.of(OPPORTUNITIES, QualityTables.quarantineOf(OPPORTUNITIES)))
                    .toList()) {
                assertThat(rows(own, table, table.columnNames()))
                        .as(table.qualifiedName())
                        .containsExactlyInAnyOrderElementsOf(rows(lake, table, table.columnNames()));
            }
        }
    }

    /** The steps of a night on a project of its own; the Spark context that they share is never stopped. */
    private static Ingest ingest(String project, String preset, String dealsSql, String deals, Lake lake)
            throws IOException {
        Path home = Files.createDirectories(folder.resolve(project));
        Path presetFolder = Files.createDirectories(home.resolve("sources/tiny"));
        Files.writeString(presetFolder.resolve("source.yaml"), preset);
        Files.writeString(presetFolder.resolve("opportunities.sql"), dealsSql);
        Files.writeString(presetFolder.resolve("products.sql"), ARTICLES_SQL);
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("deals.csv"), deals);
        Files.writeString(data.resolve("articles.csv"), "sku,label\nSaw,Hand saw\nAxe,Splitting axe\n");
        Path config =
                Files.writeString(home.resolve("kvartal.yaml"), "sources:\n  crm: { preset: tiny, folder: data }\n");
        ConfigFile file = ConfigFile.read(config, new Surroundings(Map.of(), home, Map.of()));
        List<SourceSettings> sources =
                SourceSettings.readAll(file.root(), new PresetFolders(List.of(home.resolve("sources"))));
        file.problems().throwIfAny();
        return new Ingest(
                new Night(NIGHT, null, lake, home.resolve("scratch")),
                new IngestSettings(
                        "EUR",
                        sources,
                        RULES,
                        GateSettings.usual(),
                        IdentitySettings.NONE,
                        new Secret("open sesame"),
                        List.of()));
    }

    private static List<String> rows(TableSpec table, String... columns) {
        return rows(table, List.of(columns));
    }

    private static List<String> rows(TableSpec table, List<String> columns) {
        return rows(lake, table, columns);
    }

    private static List<String> rows(Lake lake, TableSpec table, List<String> columns) {
        return lake.rows(table).stream().map(row -> text(row, columns)).toList();
    }

    private static String text(Record row, List<String> columns) {
        return columns.stream()
                .map(row::getField)
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining("|"));
    }
}
