package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class XlsxRecordsTest {
    private static final Extract DEALS = new Extract(
            "deals",
            new FromFile("deals.xlsx"),
            "",
            List.of("id"),
            Map.of("closed", ColumnType.DATE, "amount", ColumnType.MONEY),
            Presence.REQUIRED);
    private static final String HEADER =
            "<row r=\"1\">" + text("id") + text("account") + text("closed") + text("amount") + "</row>";

    @TempDir
    Path folder;

    @Test
    void readsWhatAnotherLibraryWrites() throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve("deals.xlsx"));
                Workbook workbook = new Workbook(file, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Deals");
            header(sheet);
            sheet.value(2, 0, 17);
            sheet.value(2, 1, "Škoda & <Söhne>, \"a.s.\"\nPlzeň");
            sheet.value(2, 2, LocalDate.of(2024, 2, 29));
            sheet.style(2, 2).format("dd.mm.yyyy").set();
            sheet.value(2, 3, 12_345_678.9);
            sheet.value(3, 0, "18");
            sheet.value(3, 1, true);
            sheet.value(3, 2, LocalDateTime.of(2024, 12, 31, 0, 0));
            sheet.style(3, 2).format("yyyy-mm-dd").set();
            sheet.value(3, 3, 10_000_000);
        }
        CollectedRows read = read();

        assertThat(read.rows)
                .containsExactly(
                        "3 [17, Škoda & <Söhne>, \"a.s.\"\nPlzeň, 2024-02-29, 12345678.90]",
                        "4 [18, true, 2024-12-31, 10000000.00]");
        assertThat(read.rejections).isEmpty();
    }

    private static void header(Worksheet sheet) {
        List<String> names = List.of("id", "account", "closed", "amount");
        for (int i = 0; i < names.size(); i++) {
            sheet.value(0, i, names.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0E7 | 10000000",
                "1.1000000000000001 | 1.1",
                "0.30000000000000004 | 0.30000000000000004",
                "12345678901234567 | 12345678901234567",
                "1.5E-3 | 0.0015",
                "-0 | 0",
                "1E400 | 1E+400",
                "1E999999999 | 1E+999999999",
                "NaN | NaN",
                "100.50 | 100.5",
            })
    void writesNumbersPlainly(String stored, String text) throws IOException {
        assertThat(accounts(number(stored))).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14 | 45657 | 2024-12-31",
                "14 | 61 | 1900-03-01",
                "14 | 60 | 60",
                "14 | 45657.604166666664 | 2024-12-31 14:30:00",
                "22 | 45657 | 2024-12-31 00:00:00",
                "22 | 45657.604166666664 | 2024-12-31 14:30:00",
                "22 | 45657.999999999 | 2025-01-01 00:00:00",
                "22 | 45657.0000058 | 2024-12-31 00:00:00.501",
                "20 | 0.375 | 09:00",
                "21 | 0.000011574 | 00:00:01",
                "20 | 1.375 | 1.375",
                "14 | -1 | -1",
                "14 | 2958465 | 9999-12-31",
                "14 | 2958466 | 2958466",
                "14 | 1E400 | 1E+400",
                "2 | 45657 | 45657",
                "yyyy\\-mm\\-dd;@ | 45657 | 2024-12-31",
                "[$-405]d. mmmm yyyy | 45657 | 2024-12-31",
                "mmm yy | 45657 | 2024-12-31",
                "dd/mm/yyyy hh:mm | 45657.25 | 2024-12-31 06:00:00",
                "h:mm AM/PM | 0.5 | 12:00",
                "[h]:mm | 0.5 | 12:00",
                "hh:mm:ss.000 | 0.5 | 12:00",
                "#,##0.00 [$€-407] | 45657 | 45657",
                "0.00E+00 | 45657 | 45657",
                "0 \"days\" | 45657 | 45657",
                "[Red]#,##0 | 45657 | 45657",
                "General | 45657 | 45657",
                "@ | 45657 | 45657",
            })
    void readsDatesByTheFormatOfTheCell(String format, String number, String text) throws IOException {
        XlsxFile.of(HEADER + row(2, text("1"), "<c s=\"1\"><v>" + number + "</v></c>"))
                .formats("0", format)
                .write(folder.resolve("deals.xlsx"));

        assertThat(read().values).extracting(row -> row[1]).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"1", "true"})
    void countsFrom1904WhereTheWorkbookDoes(String flag) throws IOException {
        XlsxFile.of(HEADER + row(2, text("1"), "", "<c r=\"C2\" s=\"0\"><v>44195</v></c>"))
                .formats("14")
                .replacing("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"" + flag + "\"/><sheets>")
                .write(folder.resolve("deals.xlsx"));

        assertThat(read().rows).containsExactly("2 [1, null, 2024-12-31, null]");
    }

    @Test
    void takesEveryKindOfText() throws IOException {
        XlsxFile.of(HEADER
                        + row(2, text("1"), "<c t=\"s\"><v>0</v></c>")
                        + row(3, text("2"), "<c t=\"s\"><v>1</v></c>")
                        + row(4, text("3"), "<c t=\"str\"><f>A1&amp;A2</f><v>x_x000A_y</v></c>")
                        + row(5, text("4"), "<c><f>1+1</f><v>2</v></c>")
                        + row(6, text("5"), text("=1+1"))
                        + row(7, text("6"), "<c t=\"b\"><v>0</v></c>")
                        + row(8, text("7"), "<c t=\"d\"><v>2024-12-31T10:00:00</v></c>")
                        + row(9, text("8"), "<c t=\"str\"><f>IF(1,\"\",\"\")</f><v></v></c>"))
                .texts(
                        "<si><r><t>Bold</t></r><r><t xml:space=\"preserve\"> and plain</t></r></si>",
                        "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>")
                .write(folder.resolve("deals.xlsx"));

        assertThat(read().values)
                .extracting(row -> row[1])
                .containsExactly("Bold and plain", "東京", "x\ny", "2", "=1+1", "false", "2024-12-31T10:00:00", null);
    }

    @Test
    void namesTheCellThatHasAnErrorOrNoValue() throws IOException {
        XlsxFile.of(HEADER
                        + row(2, text("1"), "<c t=\"e\"><f>A9</f><v>#REF!</v></c>")
                        + row(4, text("2"), "<c><f>A1+1</f></c>")
                        + row(5, text("3"), text("a"), "<c t=\"e\"><v>#N/A</v></c>")
                        + row(6, text("4"), text("b")))
                .write(folder.resolve("deals.xlsx"));
        CollectedRows read = read();

        assertThat(read.rows).containsExactly("6 [4, b, null, null]");
        assertThat(read.findings())
                .containsExactly(
                        "deals.xlsx:2 account = #REF! cell: must have a value, not an error",
                        "deals.xlsx:4 account =  cell: must have its value beside the formula: save the file with Excel",
                        "deals.xlsx:5 closed = #N/A cell: must have a value, not an error");
    }

    @Test
    void skipsEmptyRowsAndRefusesCellsBehindTheHeader() throws IOException {
        XlsxFile.of("<row r=\"3\"/>"
                        + HEADER.replace("r=\"1\"", "r=\"4\"")
                        + "<row r=\"5\" hidden=\"1\"><c r=\"A5\" s=\"1\"/><c r=\"B5\" t=\"str\"><v></v></c></row>"
                        + "<row><c r=\"A6\"><v>1</v></c><c r=\"D6\"><v>7.125</v></c><c r=\"ZZ6\" s=\"1\"/></row>"
                        + "<row r=\"9\"><c r=\"A9\"><v>2</v></c><c r=\"E9\"><v>7</v></c></row>")
                .write(folder.resolve("deals.xlsx"));
        CollectedRows read = read();

        assertThat(read.rows).containsExactly("6 [1, null, null, 7.13]");
        assertThat(read.findings())
                .containsExactly("deals.xlsx:9  =  columns: must have 4 fields, as the header, but has 5");
    }

    @Test
    void takesTheSheetNamedAsTheTableElseTheFirst() throws IOException {
        XlsxFile.of(row(1, text("nothing")))
                .sheet("DEALS", HEADER + row(2, text("7")))
                .write(folder.resolve("deals.xlsx"));
        assertThat(read().rows).containsExactly("2 [7, null, null, null]");

        XlsxFile.of(HEADER + row(2, text("8")))
                .sheet("Notes", row(1, text("x")))
                .write(folder.resolve("deals.xlsx"));
        assertThat(read().rows).containsExactly("2 [8, null, null, null]");
    }

    @Test
    void rejectsARowThatIsTooLongWithoutHoldingIt() throws IOException {
        String cell = "<c t=\"s\"><v>0</v></c>";
        XlsxFile.of(HEADER + row(2, text("1"), cell.repeat(16_000)) + row(3, text("2")))
                .texts("<si><t>" + "x".repeat(30_000) + "</t></si>")
                .write(folder.resolve("deals.xlsx"));
        CollectedRows read = read();

        assertThat(read.rows).containsExactly("3 [2, null, null, null]");
        assertThat(read.findings())
                .containsExactly("deals.xlsx:2  =  length: must have at most 1048576 characters in a row");
    }

    @Test
    void refusesAPartThatUnpacksToVeryMuch() throws IOException {
        bomb("xl/worksheets/sheet1.xml", " ", 32 << 20, Deflater.BEST_COMPRESSION);

        assertUnreadable("is not read: its part xl/worksheets/sheet1.xml unpacks to more than 250 times its size");
    }

    @Test
    void refusesATagOfMegabytes() throws IOException {
        XlsxFile.of(HEADER + "<row r=\"2\" note=\"" + "x".repeat(6 << 20) + "\"/>")
                .write(folder.resolve("deals.xlsx"));

        assertUnreadable("is not read: its part xl/worksheets/sheet1.xml has a tag of more than 4 MiB");
    }

    @Test
    void refusesMoreTextsThanItCanHold() throws IOException {
        bomb("xl/sharedStrings.xml", "<si/>", 5_000_000, Deflater.NO_COMPRESSION);

        assertUnreadable("is not read: it has more than 4000000 different texts or 67108864 characters in them;"
                + " save it as CSV");
    }

    @Test
    void refusesCellsAndRowsThatNoSheetHas() throws IOException {
        XlsxFile.of(HEADER + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>").write(folder.resolve("deals.xlsx"));
        assertUnreadable("is not read: it has a column 18278 beyond 16384");

        XlsxFile.of(HEADER + "<row r=\"2147483648\"/>").write(folder.resolve("deals.xlsx"));
        assertUnreadable("is not read: it has a row 2147483648 beyond 1048576");
    }

    @Test
    void takesNoDocumentTypeAndSoNoFileOfThisMachine() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hunter2");
        XlsxFile file = XlsxFile.of(HEADER + row(2, text("1"), text("&leak;")));
        file.replacing(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet",
                        "<!DOCTYPE x [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]><worksheet")
                .write(folder.resolve("deals.xlsx"));

        assertUnreadable("is not read: its part xl/worksheets/sheet1.xml declares a document type");
    }

    @Test
    void saysWhatAFileIsThatIsNoXlsx() throws IOException {
        Files.writeString(folder.resolve("deals.xlsx"), "id,account\n1,a\n");
        assertUnreadable("is no XLSX file, or is cut off: zip END header not found");

        Files.write(folder.resolve("deals.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        assertUnreadable("is an old or an encrypted Excel file; save it as XLSX, without a password");

        Path whole = XlsxFile.of(HEADER).write(folder.resolve("deals.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        assertUnreadable("is no XLSX file, or is cut off: zip END header not found");

        XlsxFile.of(HEADER)
                .replacing("_rels/.rels", "officeDocument\"", "other\"")
                .write(whole);
        assertUnreadable("is no XLSX file: it names no workbook");

        XlsxFile.of(HEADER)
                .replacing("xl/worksheets/sheet1.xml", "</row>", "</wor>")
                .write(whole);
        assertUnreadable("is damaged: its part xl/worksheets/sheet1.xml is no XML");

        XlsxFile.of(HEADER + row(2, "<c t=\"s\"><v>3</v></c>")).write(whole);
        assertUnreadable("is damaged: a cell names text 3, which is not there");
    }

    @Test
    void findsBytesThatHaveChanged() throws IOException {
        Path file = folder.resolve("deals.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(0);
            copy(XlsxFile.of(HEADER + row(2, text("1"), text("Acme"))).write(folder.resolve("sound.xlsx")), zip);
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("Acme")] = 'B';
        Files.write(file, bytes);

        assertUnreadable("is damaged: its part xl/worksheets/sheet1.xml does not have its check sum");
    }

    private static void copy(Path from, ZipOutputStream to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                zip.getInputStream(entry).transferTo(to);
            }
        }
    }

    /** A workbook with a part that repeats something. */
    private void bomb(String part, String repeated, int times, int level) throws IOException {
        Path sound = XlsxFile.of(HEADER).write(folder.resolve("sound.xlsx"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("deals.xlsx")))) {
            try (ZipFile source = new ZipFile(sound.toFile())) {
                for (ZipEntry entry : source.stream().map(ZipEntry.class::cast).toList()) {
                    if (!entry.getName().equals(part)) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        source.getInputStream(entry).transferTo(zip);
                    }
                }
            }
            zip.setLevel(level);
            zip.putNextEntry(new ZipEntry(part));
            zip.write("<x>".getBytes(StandardCharsets.UTF_8));
            byte[] chunk = repeated.repeat(1_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times / 1_000; i++) {
                zip.write(chunk);
            }
            zip.write("</x>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void assertUnreadable(String reason) {
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("Cannot read deals of source crm: deals.xlsx " + reason);
    }

    private List<Object> accounts(String cell) throws IOException {
        XlsxFile.of(HEADER + row(2, text("1"), cell)).write(folder.resolve("deals.xlsx"));
        return read().values.stream().map(row -> row[1]).toList();
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(String number) {
        return "<c><v>" + number + "</v></c>";
    }

    private CollectedRows read() {
        CollectedRows rows = new CollectedRows();
        Preset preset = new Preset(
                "test",
                SourceKind.CSV,
                ZoneOffset.UTC,
                new CsvDialect(StandardCharsets.UTF_8, ','),
                List.of(DEALS),
                new TreeMap<>());
        new FolderSource("crm", preset, folder).read(DEALS, rows);
        return rows;
    }
}
