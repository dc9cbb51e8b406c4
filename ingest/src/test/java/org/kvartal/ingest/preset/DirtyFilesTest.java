package org.kvartal.ingest.preset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.preset.DirtyFile.Defect;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;

/** One night over {@link DirtyFiles}: what is wrong is mended by name, flagged, or kept out; what is sound arrives. */
class DirtyFilesTest {
    private static final AsOf AS_OF = new AsOf(LocalDate.parse("2024-06-30"), ZoneOffset.UTC);
    private static final String SOURCES = """
            sources:
              main: { preset: files, folder: main }
              latin: { preset: files, folder: latin, encoding: ISO-8859-1, delimiter: ";" }
              wide: { preset: files, folder: wide, encoding: UTF-16 }
              mac: { preset: files, folder: mac }
              windows: { preset: files, folder: windows }
              packed: { preset: files, folder: packed }
              sheet: { preset: files, folder: sheet }
              odd: { preset: files, folder: odd }
            """;

    @TempDir
    static Path home;

    private static PresetNight night;
    private static final Map<String, List<String>> FOUND = new HashMap<>();
    private static final Map<String, List<String>> KEPT = new HashMap<>();

    @BeforeAll
    static void loadTheCorpus() throws IOException {
        Path main = Files.createDirectories(home.resolve("main"));
        for (DirtyFile file : DirtyFiles.ALL) {
            file.write(main);
        }
        write("main/accounts.csv", "account_id,name\nA1,Acme\n", StandardCharsets.UTF_8);
        write("latin/accounts.csv", "account_id;name\n1;J\u00f6rg, S\u00f6hne\n", StandardCharsets.ISO_8859_1);
        write("wide/accounts.csv", "account_id,name\n1,\u0160koda\n", StandardCharsets.UTF_16);
        write("mac/accounts.csv", "\uFEFFAccount ID,NAME,Created_At\r1,Mac,\r\r2,OS,\r", StandardCharsets.UTF_8);
        write("windows/accounts.csv", "account_id,name\r\n1,Win\r\n\r\n2,\"a\r\nb\"\r\n", StandardCharsets.UTF_8);
        writePacked("packed/accounts.csv.gz", "account_id,name\n1,Gzip\n");
        writeWorkbook("sheet/accounts.xlsx");
        writeOdd();
        night = PresetNight.of(home, AS_OF, "EUR", SOURCES);
        readOutcomes();
    }

    @AfterAll
    static void closeTheLake() {
        night.close();
    }

    private static void writeOdd() throws IOException {
        write(
                "odd/accounts.csv",
                "account_id,name,sgment,remark,name\n1,Acme,SMB,x,Acme\n2,Bolt,SMB,,Nut\n",
                StandardCharsets.UTF_8);
        writeWorkbook("odd/accounts.xlsx");
        write("odd/acounts.csv", "account_id,name\n9,Lost\n", StandardCharsets.UTF_8);
        write("odd/teams.csv", "team_id,name\n", StandardCharsets.UTF_8);
    }

    private static void write(String file, String text, Charset encoding) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(encoding));
    }

    private static void writePacked(String file, String text) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(home.resolve(file)))) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeWorkbook(String file) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        try (OutputStream out = Files.newOutputStream(home.resolve(file));
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Accounts");
            List<String> header = List.of("Account ID", "Name", "Employees");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, 1);
            sheet.value(1, 1, "Excel");
            sheet.value(1, 2, 10_000_000);
        }
    }

    /** What became of each line of the main source, by table and line. */
    private static void readOutcomes() {
        for (DirtyFile file : DirtyFiles.ALL) {
            TableSpec table = CrmTables.named(file.table()).orElseThrow();
            collect(table, QualityTables.quarantineOf(table), "quarantined", "line", "column", "value", "rule");
            for (String line : night.rows(QualityTables.stored(table), "_source", "_source_line")) {
                KEPT.put(table.name() + line.replaceFirst("main\\|", ":"), List.of());
            }
        }
        for (String flag :
                night.rows(QualityTables.FLAGS, "table", "line", "source", "kind", "column", "severity", "rule")) {
            String[] parts = flag.split("\\|", -1);
            boolean isRepair = parts[3].equals("row") && parts[4].isEmpty() && parts[5].equals("warning");
            if (parts[2].equals("main")) {
                add(parts[0] + ":" + parts[1], (isRepair ? "repaired " : "flagged ") + parts[6]);
            }
        }
    }

    private static void collect(TableSpec table, TableSpec from, String status, String... columns) {
        night.rows(from, "source", columns[0], columns[1], columns[2], columns[3])
                .forEach(row -> {
                    String[] parts = row.split("\\|", -1);
                    if (parts[0].equals("main")) {
                        add(table.name() + ":" + parts[1], status + " " + parts[2] + "=" + parts[3] + " " + parts[4]);
                    }
                });
    }

    private static void add(String place, String outcome) {
        FOUND.merge(
                place,
                List.of(outcome),
                (one, other) ->
                        Stream.concat(one.stream(), other.stream()).sorted().toList());
    }

    static Stream<Defect> defects() {
        return DirtyFiles.ALL.stream().flatMap(file -> file.defects().stream());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void knowsWhatToDoWithEveryDefect(Defect defect) {
        String place = defect.table() + ":" + defect.line();
        boolean isKept = KEPT.containsKey(place);
        List<String> found = FOUND.getOrDefault(place, List.of(isKept ? "loaded" : "left out"));

        assertThat(found.stream().collect(Collectors.joining(", "))).isEqualTo(defect.outcome());
        assertThat(isKept)
                .as("is in the clean table")
                .isEqualTo(!defect.outcome().matches("(?s)(quarantined|left out).*"));
    }

    @Test
    void coversManyKindsOfDefects() {
        assertThat(defects()).hasSizeGreaterThan(90);
    }

    @Test
    void loadsEverySoundRowAsItIs() {
        assertThat(night
                        .rows(
                                QualityTables.stored(CrmTables.OPPORTUNITIES),
                                "opportunity_id",
                                "name",
                                "account_id",
                                "stage",
                                "outcome",
                                "amount",
                                "amount_original",
                                "currency",
                                "probability",
                                "created_at",
                                "closed_at",
                                "expected_close_date")
                        .stream()
                        .filter(row -> row.matches("main:[0-9]+\\|.*")))
                .hasSize(DirtyFiles.ALL.get(0).soundRows())
                .allMatch(row ->
                        row.matches("main:([0-9]+)\\|Deal \\1\\|main:A1\\|Offer\\|open\\|100.00\\|100.00\\|EUR\\|0.5"
                                + "\\|2024-01-10T09:00Z\\|\\|2024-09-30"));
        for (DirtyFile file : DirtyFiles.ALL) {
            TableSpec table = CrmTables.named(file.table()).orElseThrow();
            long kept = file.defects().stream()
                    .filter(defect -> defect.outcome().matches("(loaded|repaired|flagged).*"))
                    .count();
            assertThat(KEPT.keySet().stream().filter(place -> place.startsWith(table.name() + ":")))
                    .as(table.name())
                    .hasSize((int) kept + file.soundRows());
        }
    }

    @Test
    void accountsForEveryRow() {
        List<String> balance = night.rows(
                QualityTables.ROW_BALANCE,
                "source",
                "table",
                "read_count",
                "loaded_count",
                "quarantined_count",
                "deduplicated_count",
                "filtered_count");
        for (DirtyFile file : DirtyFiles.ALL) {
            assertThat(balance)
                    .contains("main|%s|%d|%d|%d|%d|%d"
                            .formatted(
                                    file.table(),
                                    file.soundRows() + file.defects().size(),
                                    file.soundRows() + count(file, "loaded|repaired.*|flagged.*"),
                                    count(file, "(?s)quarantined.*"),
                                    file.table().equals("opportunities") ? 1 : 0,
                                    file.table().equals("opportunities") ? 1 : 0));
        }
        assertThat(balance).contains("odd|teams|0|0|0|0|0");
        assertThat(night.rows(QualityTables.FILTERS, "source", "table", "rule", "filtered_count"))
                .containsExactly("main|opportunities|after-as-of|1");
    }

    private static long count(DirtyFile file, String outcome) {
        return file.defects().stream()
                .filter(defect -> defect.outcome().matches(outcome))
                .count();
    }

    @Test
    void mendsNoMoreThanItSays() {
        assertThat(mended("outcome in capitals", "outcome", "name")).isEqualTo("won|Deal x");
        assertThat(mended("small currency", "currency", "amount", "amount_original"))
                .isEqualTo("EUR|100.00|100.00");
        assertThat(mended("control character in text", "name")).isEqualTo("Bell and tab\t");
        assertThat(mended("padded ids", "opportunity_id", "account_id")).isEqualTo("main:padded|main:A1");
        assertThat(mended("currency without a rate", "amount", "amount_original", "currency"))
                .isEqualTo("|70.00|XTS");
        assertThat(mended("quoted line end", "name")).isEqualTo("two\nlines");
        assertThat(mended("formula", "name")).isEqualTo("=1+1");
        assertThat(mended("markup", "name")).isEqualTo("<script>alert(1)</script>");
        assertThat(mended("text in other scripts", "name")).isEqualTo("\u6771\u4eac \u017di\u017ekov \ud83d\udeb2");
        assertThat(mended("offset of a zone", "created_at")).isEqualTo("2024-01-10T09:00Z");
        assertThat(mended("midnight for a date", "expected_close_date")).isEqualTo("2024-09-30");
    }

    /** Columns of the row with a defect as it was loaded; the number in a name is left out. */
    private static String mended(String label, String... columns) {
        long line = DirtyFiles.ALL.get(0).defects().stream()
                .filter(defect -> defect.label().equals(label))
                .findFirst()
                .orElseThrow()
                .line();
        String[] all = Stream.concat(Stream.of("_source", "_source_line"), Stream.of(columns))
                .toArray(String[]::new);
        String start = "main|" + line + "|";
        return night.rows(QualityTables.stored(CrmTables.OPPORTUNITIES), all).stream()
                .filter(row -> row.startsWith(start))
                .map(row -> row.substring(start.length()).replaceFirst("Deal x[0-9]+$", "Deal x"))
                .collect(Collectors.joining(" and "));
    }

    @Test
    void readsEveryFormOfFile() {
        assertThat(night
                        .rows(
                                QualityTables.stored(CrmTables.ACCOUNTS),
                                "account_id",
                                "name",
                                "employees",
                                "_source_file",
                                "_source_line")
                        .stream()
                        .filter(row -> !row.startsWith("main:")))
                .containsExactlyInAnyOrder(
                        "latin:1|J\u00f6rg, S\u00f6hne||accounts.csv|2",
                        "wide:1|\u0160koda||accounts.csv|2",
                        "mac:1|Mac||accounts.csv|2",
                        "mac:2|OS||accounts.csv|4",
                        "windows:1|Win||accounts.csv|2",
                        "windows:2|a\r\nb||accounts.csv|4",
                        "packed:1|Gzip||accounts.csv.gz|2",
                        "sheet:1|Excel|10000000|accounts.xlsx|2",
                        "odd:1|Acme||accounts.csv|2");
        assertThat(night.rows(
                        QualityTables.quarantineOf(CrmTables.ACCOUNTS), "source", "line", "column", "value", "rule"))
                .containsExactly("odd|3|name|Nut|repeated-column");
    }

    @Test
    void tellsOfFilesAndColumnsThatNobodyReads() {
        assertThat(
                        night
                                .rows(QualityTables.FLAGS, "source", "table", "kind", "rule", "key", "column", "reason")
                                .stream()
                                .filter(row -> row.contains("|file|")))
                .containsExactlyInAnyOrder(
                        "odd|accounts|file|unknown-column|accounts.csv|sgment|accounts.csv has a column sgment, which is"
                                + " none of accounts and is not taken; did you mean segment?",
                        "odd|accounts|file|unknown-column|accounts.csv|remark|accounts.csv has a column remark, which is"
                                + " none of accounts and is not taken",
                        "odd|accounts|file|unread-file|accounts.xlsx||accounts.xlsx is not read: accounts.csv is read in"
                                + " its place",
                        "odd||file|unread-file|acounts.csv||acounts.csv is not read: no table has this name");
    }

    @Test
    void countsTheRowsThatCouldNotBeReadByRule() {
        assertThat(night.rows(QualityTables.CHECKS, "table", "rule", "column", "failed_count"))
                .contains(
                        "opportunities|columns||5",
                        "opportunities|quotes||2",
                        "opportunities|type|amount|7",
                        "order_lines|type|line|2",
                        "training_attendance|allowed|status|1");
    }
}
