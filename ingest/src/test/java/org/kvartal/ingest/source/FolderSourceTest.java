package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderSourceTest {
    private static final CsvDialect UTF_8 = new CsvDialect(StandardCharsets.UTF_8, ',');
    private static final Extract DEALS = new Extract(
            "deals",
            new FromFile("deals.csv"),
            "opportunities",
            List.of("id"),
            Map.of("closed", ColumnType.DATE, "amount", ColumnType.MONEY),
            Presence.REQUIRED);
    private static final String HEADER = "id,account,closed,amount\n";

    @TempDir
    Path folder;

    @Test
    void readsRowsByTheNamesOfTheHeaderWithTheirLines() {
        CollectedRows read = read("id,account,closed,amount\n1,Acme,2024-12-31,10.5\n\n2,,,\n");

        assertThat(read.rows).containsExactly("2 [1, Acme, 2024-12-31, 10.50]", "4 [2, null, null, null]");
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void describesTheColumnsOfTheHeader() {
        write("deals.csv", "id,account,closed,amount\n".getBytes(StandardCharsets.UTF_8));

        RawTable table = source(UTF_8, DEALS).describe(DEALS);
        assertThat(table.name()).isEqualTo("deals");
        assertThat(table.key()).containsExactly("id");
        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "account", "closed", "amount");
        assertThat(table.columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.TEXT, ColumnType.TEXT, ColumnType.DATE, ColumnType.MONEY);
    }

    @Test
    void takesQuotedDelimitersQuotesAndLineBreaks() {
        CollectedRows read = read(HEADER + "1,\"Acme, \"\"the\"\" Inc\",,\r\n2,\"two\r\nlines\n\n\",,\n3,5\" pipe,,\n");

        assertThat(read.values)
                .extracting(row -> row[1])
                .containsExactly("Acme, \"the\" Inc", "two\r\nlines\n\n", "5\" pipe");
        assertThat(read.rows).extracting(row -> row.substring(0, 1)).containsExactly("2", "3", "7");
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void splitsLinesAtAnyLineEnding() {
        assertThat(read(HEADER.replace("\n", "\r") + "1,a,,\r2,b,,").rows)
                .containsExactly("2 [1, a, null, null]", "3 [2, b, null, null]");
        assertThat(read(HEADER.replace("\n", "\r\n") + "1,a,,\r\n\r\n2,b,,\r\n").rows)
                .containsExactly("2 [1, a, null, null]", "4 [2, b, null, null]");
    }

    @Test
    void rejectsARowWithAnInvalidValue() {
        CollectedRows read = read(HEADER + "1,a,31.12.2024,1\n2,b,,1O.5\n3,c,,7\n");

        assertThat(read.rows).containsExactly("4 [3, c, null, 7.00]");
        assertThat(read.findings())
                .containsExactly(
                        "deals.csv:2 closed = 31.12.2024 type: must be a date, as 2024-12-31",
                        "deals.csv:3 amount = 1O.5 type: must be an amount of at most 16 digits before the point, as 1234.50");
        assertThat(read.rejections.get(0).rowText()).isEqualTo("1,a,31.12.2024,1");
    }

    @Test
    void rejectsARowOfAnotherWidth() {
        CollectedRows read = read(HEADER + "1,a,,1,\n2,b\n3,c,,\n");

        assertThat(read.rows).containsExactly("4 [3, c, null, null]");
        assertThat(read.findings())
                .containsExactly(
                        "deals.csv:2  =  columns: must have 4 fields, as the header, but has 5",
                        "deals.csv:3  =  columns: must have 4 fields, as the header, but has 2");
    }

    @Test
    void losesOnlyTheLineOfAQuoteThatIsNeverClosed() {
        CollectedRows read = read(HEADER + "1,\"lone,,1\n2,b,,2\n3,\"c, d\",,3\n4,e,,\"4\n5,f,,5\n");

        assertThat(read.rows)
                .containsExactly("3 [2, b, null, 2.00]", "4 [3, c, d, null, 3.00]", "6 [5, f, null, 5.00]");
        assertThat(read.findings())
                .containsExactly(
                        "deals.csv:2  =  quotes: must close every quote, with nothing between it and the delimiter",
                        "deals.csv:5  =  quotes: must close every quote, with nothing between it and the delimiter");
        assertThat(read.rejections.get(0).rowText()).isEqualTo("1,\"lone,,1");
    }

    @Test
    void rejectsTextBehindAClosingQuote() {
        CollectedRows read = read(HEADER + "1,\"Acme\" Inc,,\n2,b,,\n");

        assertThat(read.rows).containsExactly("3 [2, b, null, null]");
        assertThat(read.findings())
                .containsExactly(
                        "deals.csv:2  =  quotes: must close every quote, with nothing between it and the delimiter");
    }

    @Test
    void keepsALoneQuoteFromSwallowingAMillionLines() {
        StringBuilder text = new StringBuilder(HEADER).append("0,\"lone,,\n");
        for (int i = 1; i <= 200_000; i++) {
            text.append(i).append(",a,,\n");
        }
        CollectedRows read = read(text.toString());

        assertThat(read.rows).hasSize(200_000);
        assertThat(read.rejections).hasSize(1);
    }

    @Test
    void rejectsBytesThatAreNotOfTheEncoding() {
        byte[] latin = (HEADER + "1,J\u00f6rg,,\n2,b,,\n").getBytes(StandardCharsets.ISO_8859_1);
        CollectedRows read = read(UTF_8, latin);

        assertThat(read.rows).containsExactly("3 [2, b, null, null]");
        assertThat(read.findings()).containsExactly("deals.csv:2 account = J\uFFFDrg encoding: must be text in UTF-8");
    }

    @Test
    void readsADeclaredEncodingAndDelimiter() {
        CsvDialect czech = new CsvDialect(Charset.forName("windows-1250"), ';');
        byte[] text = "id;account;closed;amount\n1;Škoda, a.s.;;\n".getBytes(Charset.forName("windows-1250"));

        assertThat(read(czech, text).rows).containsExactly("2 [1, Škoda, a.s., null, null]");

        CsvDialect wide = new CsvDialect(StandardCharsets.UTF_16, ',');
        assertThat(read(wide, (HEADER + "1,Škoda,,\n").getBytes(StandardCharsets.UTF_16)).rows)
                .containsExactly("2 [1, Škoda, null, null]");
    }

    @Test
    void acceptsAByteOrderMark() {
        assertThat(read("\uFEFF" + HEADER + "1,a,,\n").rows).containsExactly("2 [1, a, null, null]");
    }

    @Test
    void rejectsNulCharacters() {
        CollectedRows read = read(HEADER + "1,a\0b,,\n2,\"c\n\0\",,\n3,d,,\n");

        assertThat(read.rows).containsExactly("5 [3, d, null, null]");
        assertThat(read.rejections).extracting(Rejection::rule).containsExactly("nul", "quotes", "nul");
        assertThat(read.rejections).extracting(Rejection::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void rejectsALineThatIsTooLongWithoutHoldingIt() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try (OutputStream file = Files.newOutputStream(folder.resolve("deals.csv"))) {
            file.write((HEADER + "1,").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) {
                file.write(megabyte);
            }
            file.write(",,\n2,b,,\n".getBytes(StandardCharsets.UTF_8));
        }
        CollectedRows read = new CollectedRows();
        source(UTF_8, DEALS).read(DEALS, read);

        assertThat(read.rows).containsExactly("3 [2, b, null, null]");
        assertThat(read.findings())
                .containsExactly("deals.csv:2  =  length: must have at most 1048576 characters in a line");
        assertThat(read.rejections.get(0).rowText()).hasSizeLessThan(2_010).startsWith("1,xxx");
    }

    @Test
    void acceptsALineOfExactlyTheLimit() {
        String account = "x".repeat(CsvLines.LONGEST_LINE - "1,,,".length());

        assertThat(read(HEADER + "1," + account + ",,\n").values)
                .extracting(row -> row[1])
                .containsExactly(account);
        assertThat(read(HEADER + "1," + account + "x,,\n").rejections)
                .extracting(Rejection::rule)
                .containsExactly("length");
    }

    @Test
    void readsGzipAlsoWhereThePlainFileIsDeclared() throws IOException {
        writeGzip((HEADER + "1,a,,\nx\n").getBytes(StandardCharsets.UTF_8));
        CollectedRows read = new CollectedRows();
        source(UTF_8, DEALS).read(DEALS, read);

        assertThat(read.rows).containsExactly("2 [1, a, null, null]");
        assertThat(read.rejections).extracting(Rejection::file).containsExactly("deals.csv.gz");
    }

    @Test
    void failsOnACompressedFileThatBreaksOff() throws IOException {
        writeGzip((HEADER + "1,a,,\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("deals.csv.gz");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));

        assertThatThrownBy(() -> source(UTF_8, DEALS).read(DEALS, new CollectedRows()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("Cannot read deals of source crm: deals.csv.gz breaks off: "
                        + "Unexpected end of ZLIB input stream");
    }

    @Test
    void namesWhatIsWrongWithAHeader() {
        checkFinds("", "deals.csv is empty, without even a header");
        checkFinds("id,,closed,amount\n", "in deals.csv column 2 of the header has no name");
        checkFinds("id,account,closed\n", "deals.csv has no column amount; its header has id, account, closed");
        checkFinds("key,closed,amount\n", "deals.csv has no column id; its header has key, closed, amount");
        checkFinds(
                "id,\"closed,amount\n",
                "in deals.csv the header in line 1 must close every quote, with nothing between it and the delimiter");
        write("deals.csv", HEADER.getBytes(StandardCharsets.UTF_16));
        assertThat(source(UTF_8, DEALS).check())
                .extracting(SourceProblem::message)
                .containsExactly("Cannot read deals of source crm: "
                        + "in deals.csv the header in line 1 must be text, without the character NUL");
    }

    @Test
    void takesAColumnThatIsNamedTwiceWhereBothAgree() {
        CollectedRows read = read("id,account,closed,amount,ID\n1,a,,,1\n2,b,,,\n,c,,,3\n4,d,,,5\n");

        assertThat(read.rows).containsExactly("2 [1, a, null, null]", "3 [2, b, null, null]", "4 [3, c, null, null]");
        assertThat(read.findings())
                .containsExactly("deals.csv:5 id = 5 repeated-column: must be the same in both columns of this name");
    }

    @Test
    void findsAnAbsentFileAndAnAbsentFolder() {
        assertThat(source(UTF_8, DEALS).check())
                .extracting(SourceProblem::message)
                .containsExactly("Cannot read deals of source crm: there is no file deals.csv in " + folder);

        Path nowhere = folder.resolve("nowhere");
        assertThat(new FolderSource("crm", preset(UTF_8, DEALS), nowhere).check())
                .extracting(SourceProblem::message)
                .containsExactly("Cannot read deals of source crm: there is no file deals.csv in " + nowhere);
    }

    @Test
    void leavesOutAnOptionalFileThatIsAbsent() {
        Extract optional = new Extract("deals", new FromFile("deals.csv"), "", List.of(), Map.of(), Presence.OPTIONAL);

        assertThat(source(UTF_8, optional).extracts()).isEmpty();
        write("deals.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(source(UTF_8, optional).extracts()).containsExactly(optional);
    }

    @Test
    void matchesHeadersWhateverTheirCaseBlanksAndUnderscores() {
        Extract deals = new Extract(
                "deals",
                new FromFile("deals.csv"),
                "",
                List.of("id"),
                new DeclaredColumns(
                        Map.of("close_date", ColumnType.DATE, "stage", ColumnType.TEXT),
                        Map.of("lost_reason", ColumnType.TEXT),
                        Map.of("stage", List.of("StageName"))),
                Optional.empty(),
                Optional.empty(),
                Presence.REQUIRED);
        write("deals.csv", "ID,CloseDate,Stage Name,Note\n7,2024-12-31,Won,x\n".getBytes(StandardCharsets.UTF_8));
        Source source = source(UTF_8, deals);
        CollectedRows read = new CollectedRows();
        source.read(deals, read);

        assertThat(source.describe(deals).columns())
                .extracting(Column::name)
                .containsExactly("id", "close_date", "stage", "Note", "lost_reason");
        assertThat(read.rows).containsExactly("2 [7, 2024-12-31, Won, x, null]");
    }

    @Test
    void readsEveryFileThatTheFirstFittingPatternMatches() throws IOException {
        Extract deals = new Extract(
                "deals",
                new FromFile(List.of("export/deal{,s}_*.csv", "deals.csv")),
                "",
                List.of("id"),
                Map.of(),
                Presence.REQUIRED);
        Files.createDirectory(folder.resolve("export"));
        write("deals.csv", "id,amount\n9,9\n".getBytes(StandardCharsets.UTF_8));
        write("export/Deals_2.csv", "amount,id\n2,1\n".getBytes(StandardCharsets.UTF_8));
        write("export/deal_1.csv", "id,note\n3,x\n".getBytes(StandardCharsets.UTF_8));
        CollectedRows read = new CollectedRows();
        source(UTF_8, deals).read(deals, read);

        assertThat(read.rows).containsExactly("2 [2, 1, null]", "2 [null, 3, x]");
        assertThat(read.files).containsExactly("export/Deals_2.csv", "export/deal_1.csv");
    }

    @Test
    void readsAFileOnceThatIsThereUnderTwoNames() {
        Extract deals =
                new Extract("deals", new FromFile("deals*.csv"), "", List.of("id"), Map.of(), Presence.REQUIRED);
        write("deals.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8));
        write("deals (1).csv", "id\n1\n".getBytes(StandardCharsets.UTF_8));
        write("deals_2.csv", "id\n2\n".getBytes(StandardCharsets.UTF_8));
        write("notes.csv", "anything\n".getBytes(StandardCharsets.UTF_8));
        Source source = source(UTF_8, deals);
        CollectedRows read = new CollectedRows();
        source.read(deals, read);

        assertThat(read.rows).containsExactly("2 [1]", "2 [2]");
        assertThat(source.notices())
                .containsExactly(new SourceNotice(
                        "crm",
                        "",
                        "deals.csv",
                        "",
                        "repeated-file",
                        "deals.csv is not read: it has the content of deals (1).csv"));
    }

    @Test
    void tellsOfFilesThatAnotherOneStandsInFor() {
        Extract deals = new Extract(
                "deals",
                new FromFile(List.of("deals.csv", "deals.xlsx")),
                "",
                List.of("id"),
                Map.of(),
                Presence.REQUIRED);
        write("deals.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8));
        write("deals.xlsx", "not looked at".getBytes(StandardCharsets.UTF_8));

        assertThat(source(UTF_8, deals).notices())
                .extracting(SourceNotice::message)
                .containsExactly("source crm: deals.xlsx is not read: deals.csv is read in its place");
    }

    @Test
    void rejectsTextThatCannotBeStored() {
        Extract deals = new Extract(
                "deals",
                new FromFile("deals.csv"),
                "",
                List.of(),
                Map.of("id", ColumnType.ID, "name", ColumnType.TEXT),
                Presence.REQUIRED);
        write(
                "deals.csv",
                ("id,name\n1\u0001,a\n2,5 \u0080\n3,tab\tbell\u0007\n" + "4".repeat(256) + ",a\n 5\t,a\n")
                        .getBytes(StandardCharsets.UTF_8));
        CollectedRows read = new CollectedRows();
        source(UTF_8, deals).read(deals, read);

        assertThat(read.rows).containsExactly("4 [3, tab\tbell\u0007]", "6 [ 5\t, a]");
        assertThat(read.findings())
                .containsExactly(
                        "deals.csv:2 id = 1\u0001 control-character: must be an id without control characters",
                        "deals.csv:3 name = 5 \u0080 encoding: must be text without U+0080, which tells of another"
                                + " encoding, as windows-1252",
                        "deals.csv:5 id = " + "4".repeat(256) + " length: must have at most 255 characters");
    }

    @Test
    void rejectsARowOfMoreFieldsThanCanBeSplit() {
        CollectedRows read = read(HEADER + ",".repeat(20_000) + "\n2,\"" + ",\"\"".repeat(20_000) + "\"\n3,a,,\n");

        assertThat(read.rows).containsExactly("4 [3, a, null, null]");
        assertThat(read.rejections).extracting(Rejection::rule).containsExactly("columns", "columns");
    }

    private void checkFinds(String text, String reason) {
        write("deals.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(source(UTF_8, DEALS).check())
                .extracting(SourceProblem::message)
                .containsExactly("Cannot read deals of source crm: " + reason);
    }

    private CollectedRows read(String text) {
        return read(UTF_8, text.getBytes(StandardCharsets.UTF_8));
    }

    private CollectedRows read(CsvDialect dialect, byte[] bytes) {
        write("deals.csv", bytes);
        CollectedRows rows = new CollectedRows();
        source(dialect, DEALS).read(DEALS, rows);
        return rows;
    }

    private Source source(CsvDialect dialect, Extract extract) {
        return new FolderSource("crm", preset(dialect, extract), folder);
    }

    private static Preset preset(CsvDialect dialect, Extract extract) {
        return new Preset("test", SourceKind.CSV, ZoneOffset.UTC, dialect, List.of(extract), new TreeMap<>());
    }

    private void writeGzip(byte[] bytes) throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve("deals.csv.gz")))) {
            file.write(bytes);
        }
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
