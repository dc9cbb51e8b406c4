package org.kvartal.reports.render;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.HostileReport;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.SampleReport;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxReportTest {
    private static final Unit EUR = Unit.money("EUR");
    private static final Unit COUNT = Unit.count("customers");

    @TempDir
    static Path folder;

    private static Path sample;

    @BeforeAll
    static void render() throws IOException {
        sample = folder.resolve("sample.xlsx");
        new XlsxReport().write(SampleReport.report(), sample);
    }

    @Test
    void givesTheSameBytesForTheSameReport() throws IOException {
        Path again = folder.resolve("again.xlsx");
        new XlsxReport().write(SampleReport.report(), again);

        assertThat(again).hasSameBinaryContentAs(sample);
        assertThat(content(sample, "docProps/core.xml")).contains("2025-12-31T00:00:00Z");
        try (ZipFile archive = new ZipFile(sample.toFile())) {
            assertThat(Collections.list(archive.entries()))
                    .extracting(ZipEntry::getTimeLocal)
                    .containsOnly(LocalDate.of(2025, 12, 31).atStartOfDay());
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".zip"))).isEmpty();
        }
    }

    @Test
    void hasASheetForEverySectionWithNumbersBetweenContentsAndNotes() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(sample.toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly(
                            "Contents",
                            "Result",
                            "What changed",
                            "Outlook",
                            "Pipeline",
                            "Price, product, competitor",
                            "Data quality",
                            "Numbers",
                            "Notes");
        }
    }

    @Test
    void writesNumbersAndDatesAsValuesAndTheTotalLast() throws IOException {
        List<Row> rows = rows(sample, "Pipeline");
        Row first = row(rows, "Spectrometer line A");
        Row total = row(rows, "38 opportunities");

        assertThat(first.getCellAsNumber(3)).contains(new BigDecimal("98400"));
        assertThat(first.getCellAsNumber(4)).contains(new BigDecimal("240"));
        assertThat(first.getCellAsDate(5).map(time -> time.toLocalDate())).contains(LocalDate.of(2025, 9, 1));
        assertThat(total.getCell(3).getFormula()).matches("SUM\\(D\\d+:D\\d+\\)");
        assertThat(total.getCell(3).getRawValue()).isEqualTo("2424590");
        assertThat(rows.indexOf(total)).isEqualTo(rows.size() - 1);
    }

    @Test
    void leavesWhatIsMissingEmptyAndNotZero() throws IOException {
        Row future = row(rows(sample, "Result"), "Q1 26");

        assertThat(future.getOptionalCell(1).map(Cell::getType).orElse(CellType.EMPTY))
                .isEqualTo(CellType.EMPTY);
        assertThat(future.getCellAsNumber(3)).contains(new BigDecimal("1090000"));
    }

    @Test
    void notesHoldEveryNumberWithCodeStatementAndTheValueItself() throws IOException {
        List<Row> rows = rows(sample, "Notes");

        assertThat(row(rows, "Data as of").getCellAsDate(1).map(LocalDateTime::toLocalDate))
                .contains(LocalDate.of(2025, 12, 31));
        assertThat(row(rows, "Run").getCellText(1)).isEqualTo("2025-12-31#1");
        for (Fact fact : SampleReport.report()
                .facts()
                .filter(f -> f.number().isPresent())
                .toList()) {
            Row row = row(rows, fact.origin().code());
            assertThat(row.getCellAsNumber(1).orElseThrow().doubleValue())
                    .isEqualTo(fact.number().orElseThrow().doubleValue());
            assertThat(row.getCellText(4)).isEqualTo(fact.origin().sql());
        }
    }

    @Test
    void formatsRatesDatesAndAmountsAsSuch() throws IOException {
        assertThat(content(sample, "xl/styles.xml"))
                .contains("formatCode=\"0.0%\"", "formatCode=\"yyyy-mm-dd\"", "formatCode=\"#,##0\\ [$EUR]\"");
    }

    @Test
    void keepsTheHeadInSightAndOnEveryPageWhereThereIsOneTable() throws IOException {
        assertThat(content(sample, "xl/worksheets/sheet7.xml"))
                .contains("ySplit=\"6\"", "state=\"frozen\"", "orientation=\"landscape\"", "fitToHeight=\"0\"")
                .contains("&amp;P / &amp;N");
        assertThat(content(sample, "xl/worksheets/sheet2.xml")).contains("ySplit=\"1\"");
        assertThat(content(sample, "xl/workbook.xml")).contains("'Data quality'!$6", "'Result'!$1");
    }

    @Test
    void writesATotalAsFormulaWithItsValueWhereItIsTheSumOfItsColumnAndAsValueWhereNot() throws IOException {
        DataTable table = DataTable.of(
                        "Totals",
                        Column.text("Region"),
                        Column.exact("Won", EUR),
                        Column.exact("Customers", COUNT),
                        Column.number("Win rate", Unit.RATE))
                .row("East", fact(10, EUR), fact(3, COUNT), fact(0.5, Unit.RATE))
                .row("West", fact(20, EUR), fact(4, COUNT), fact(0.25, Unit.RATE))
                .total("All", fact(30, EUR), fact(5, COUNT), fact(0.3, Unit.RATE));
        Path file = folder.resolve("totals.xlsx");
        new XlsxReport().write(of(table), file);

        String cells = content(file, "xl/worksheets/sheet2.xml");
        assertThat(cells).contains("<f>SUM(B7:B8)</f><v>30.0</v></c>").containsOnlyOnce("<f>");
        Row total = row(rows(file, "Totals"), "All");
        assertThat(total.getCellAsNumber(2)).contains(new BigDecimal("5.0"));
        assertThat(total.getCellAsNumber(3)).contains(new BigDecimal("0.3"));
        assertThat(content(file, "xl/comments2.xml")).contains("Not the sum of the rows above");
    }

    @Test
    void namesEveryTableTheSameInAllLanguagesAndSaysItToAScreenReader() throws IOException {
        Report persian = new Report(
                SampleReport.report().title(),
                Locale.forLanguageTag("fa"),
                SampleReport.report().cover(),
                SampleReport.report().sections());
        Path file = folder.resolve("persian.xlsx");
        new XlsxReport().write(persian, file);

        List<String> names = tableNames(sample);
        assertThat(names)
                .contains("result_bookings_by_region", "numbers", "trace_codes")
                .doesNotHaveDuplicates();
        assertThat(tableNames(file)).isEqualTo(names);
        assertThat(content(sample, "xl/tables/table1.xml")).contains("<x14:table altText=\"Key figures\"/>");
        assertThat(content(file, "xl/worksheets/sheet2.xml")).contains("rightToLeft=\"true\"");
        assertThat(content(sample, "xl/worksheets/sheet2.xml")).doesNotContain("rightToLeft=\"true\"");
    }

    @Test
    void headsOfATableDifferAndNoneIsEmpty() throws IOException {
        Path file = folder.resolve("hostile-heads.xlsx");
        new XlsxReport().write(HostileReport.ofNames(), file);

        for (Path book : List.of(sample, file)) {
            for (String table : tables(book)) {
                List<String> heads = matches(table, "<tableColumn id=\"\\d+\" name=\"([^\"]*)\"");
                assertThat(heads).isNotEmpty().noneMatch(String::isBlank).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void listsEveryNumberOfEveryTableForPivotsWithItsCode() throws IOException {
        List<Row> rows = rows(sample, "Numbers");

        List<Fact> facts = SampleReport.report().sections().stream()
                .flatMap(section -> section.allBlocks().stream())
                .filter(block -> block instanceof DataTable)
                .flatMap(block -> block.facts())
                .filter(fact -> fact.number().isPresent())
                .toList();
        List<String> listed = rows.stream()
                .skip(1)
                .map(row -> row.getCellText(7) + " "
                        + row.getCellAsNumber(5).orElseThrow().doubleValue())
                .toList();
        assertThat(facts).isNotEmpty();
        assertThat(listed)
                .containsAll(facts.stream()
                        .map(fact -> fact.origin().code() + " "
                                + fact.number().orElseThrow().doubleValue())
                        .toList());
        assertThat(rows.stream().filter(row -> row.getCellText(4).equals("Total")))
                .isNotEmpty();
    }

    @Test
    void contentsLeadToEverySheet() throws IOException {
        assertThat(matches(content(sample, "xl/worksheets/sheet1.xml"), "location=\"&apos;([^\"]*)&apos;!A1\""))
                .containsExactly(
                        "Result",
                        "What changed",
                        "Outlook",
                        "Pipeline",
                        "Price, product, competitor",
                        "Data quality",
                        "Numbers",
                        "Notes");
    }

    @Test
    void cutsNothingOfALongTable() throws IOException {
        DataTable table = DataTable.of("Owners", Column.text("Owner"), Column.exact("Won", EUR));
        for (int i = 0; i < 2000; i++) {
            table = table.row(Text.name("Owner " + i), Fact.of(i, EUR, Origin.of("deals", "won " + i)));
        }
        Path file = folder.resolve("long.xlsx");
        new XlsxReport().write(of(table), file);

        assertThat(row(rows(file, "Totals"), "Owner 1999").getCellAsNumber(1)).contains(new BigDecimal("1999"));
        assertThat(rows(file, "Numbers")).hasSize(2001);
    }

    @Test
    void writesHostileNamesAsTextAndNeverAsFormulas() throws IOException {
        Path file = folder.resolve("hostile.xlsx");
        new XlsxReport().write(HostileReport.ofNames(), file);

        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                assertThat(content(file, entry.getName())).doesNotContain("<f>", "<f ");
            }
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).hasSize(HostileReport.NAMES.size() + 3);
            assertThat(sheets.stream()
                            .map(sheet -> sheet.getName().toLowerCase(Locale.ROOT))
                            .distinct())
                    .hasSize(sheets.size());
            for (int i = 0; i < HostileReport.NAMES.size(); i++) {
                String whole = Characters.printable(HostileReport.NAMES.get(i));
                assertThat(sheets.get(i + 1).read().stream()
                                .map(row -> row.getOptionalCell(0))
                                .flatMap(cell -> cell.stream())
                                .filter(cell -> cell.getType() == CellType.STRING)
                                .map(Cell::asString))
                        .contains(whole);
            }
        }
    }

    private static Fact fact(double number, Unit unit) {
        return Fact.of(new BigDecimal(String.valueOf(number)), unit, Origin.of("deals", "measure " + number));
    }

    private static Report of(DataTable table) {
        Report sample = SampleReport.report();
        return sample.with(List.of(
                Section.answering("totals", "Totals", "What is added up?").with(table)));
    }

    private static List<String> tables(Path file) throws IOException {
        List<String> tables = new ArrayList<>();
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (entry.getName().startsWith("xl/tables/")) {
                    tables.add(content(file, entry.getName()));
                }
            }
        }
        return tables;
    }

    private static List<String> tableNames(Path file) throws IOException {
        return tables(file).stream()
                .flatMap(table -> matches(table, " displayName=\"([^\"]*)\"").stream())
                .toList();
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<Row> rows(Path file, String sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            return workbook.findSheet(sheet).orElseThrow().read();
        }
    }

    private static Row row(List<Row> rows, String label) {
        return rows.stream()
                .filter(row -> row.getCellCount() > 0 && label.equals(row.getCellText(0)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + label));
    }

    private static String content(Path file, String entry) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile());
                InputStream in = archive.getInputStream(archive.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
