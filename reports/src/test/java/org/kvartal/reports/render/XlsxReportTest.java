package org.kvartal.reports.render;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
import org.kvartal.reports.document.HostileReport;
import org.kvartal.reports.document.SampleReport;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxReportTest {
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
    void hasASheetForEverySectionWithNumbersAndOneOfNotes() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(sample.toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly(
                            "Result",
                            "What changed",
                            "Outlook",
                            "Pipeline",
                            "Price, product, competitor",
                            "Data quality",
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
        assertThat(total.getCellAsNumber(3)).contains(new BigDecimal("2424590"));
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

        assertThat(row(rows, "Data as of").getCellText(1)).isEqualTo("2025-12-31");
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
    void freezesTheHeadAndFormatsRatesAsPercent() throws IOException {
        assertThat(content(sample, "xl/worksheets/sheet1.xml")).contains("ySplit=\"2\"", "state=\"frozen\"");
        assertThat(content(sample, "xl/styles.xml")).contains("formatCode=\"0.0%\"", "formatCode=\"yyyy-mm-dd\"");
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
            assertThat(sheets).hasSize(HostileReport.NAMES.size() + 1);
            assertThat(sheets.stream()
                            .map(sheet -> sheet.getName().toLowerCase(Locale.ROOT))
                            .distinct())
                    .hasSize(sheets.size());
            for (int i = 0; i < HostileReport.NAMES.size(); i++) {
                String whole = Characters.printable(HostileReport.NAMES.get(i));
                assertThat(sheets.get(i).read().stream()
                                .map(row -> row.getOptionalCell(0))
                                .flatMap(cell -> cell.stream())
                                .filter(cell -> cell.getType() == CellType.STRING)
                                .map(Cell::asString))
                        .contains(whole);
            }
        }
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
