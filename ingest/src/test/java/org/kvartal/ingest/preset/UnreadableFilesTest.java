package org.kvartal.ingest.preset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.source.UnreadableSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of which nothing can be taken stop the night, and say why. */
class UnreadableFilesTest {
    private static final String ROW = "1,Deal,Offer,open\n";

    @TempDir
    Path home;

    @Test
    void whereARequiredColumnIsMisspelt() throws IOException {
        assertStops(
                "opportunities.csv",
                ("opportunity_id,name,stage,outcom\n" + ROW).getBytes(StandardCharsets.UTF_8),
                "opportunities.csv has no column outcome; its header has opportunity_id, name, stage, outcom");
    }

    @Test
    void whereAFileIsEmpty() throws IOException {
        assertStops("opportunities.csv", new byte[0], "opportunities.csv is empty, without even a header");
    }

    @Test
    void whereTheHeaderStandsBelowATitle() throws IOException {
        assertStops(
                "opportunities.csv",
                ("Opportunities of June\nopportunity_id,name,stage,outcome\n" + ROW).getBytes(StandardCharsets.UTF_8),
                "opportunities.csv has no column opportunity_id; its header has Opportunities of June");
    }

    @Test
    void whereTheEncodingIsAnother() throws IOException {
        assertStops(
                "opportunities.csv",
                ("opportunity_id,name,stage,outcome\n" + ROW).getBytes(StandardCharsets.UTF_16),
                "in opportunities.csv the header in line 1 must be text, without the character NUL");
    }

    @Test
    void whereTheHeaderTakesANameThatIsNeeded() throws IOException {
        assertStops(
                "opportunities.csv",
                "opportunity_id,name,stage,outcome,_source_line\n".getBytes(StandardCharsets.UTF_8),
                "in opportunities.csv the header has _source_line, a name that raw tables need for themselves");
    }

    @Test
    void whereTheHeaderHasThousandsOfColumns() throws IOException {
        assertStops(
                "opportunities.csv",
                ("opportunity_id" + ",x".repeat(2_000) + "\n").getBytes(StandardCharsets.UTF_8),
                "in opportunities.csv the header has more than 2000 columns");
    }

    @Test
    void whereACompressedFileBreaksOff() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("opportunity_id,name,stage,outcome\n" + ROW.repeat(50_000)).getBytes(StandardCharsets.UTF_8));
        }
        assertStops(
                "opportunities.csv.gz",
                Arrays.copyOf(packed.toByteArray(), packed.size() / 2),
                "opportunities.csv.gz breaks off: Unexpected end of ZLIB input stream");
    }

    @Test
    void whereAFileIsNotWhatItsNameSays() throws IOException {
        byte[] csv = ("opportunity_id,name,stage,outcome\n" + ROW).getBytes(StandardCharsets.UTF_8);
        assertStops(
                "opportunities.xlsx",
                csv,
                "opportunities.xlsx is no XLSX file, or is cut off: zip END header not found");
        assertStops("opportunities.parquet", csv, "opportunities.parquet is no Parquet file, or is cut off");
        assertStops("opportunities.csv.gz", csv, "opportunities.csv.gz breaks off: Not in GZIP format");
        assertStops("opportunities.xlsx.gz", csv, "opportunities.xlsx.gz is not read: only CSV may be packed as .gz");
    }

    private void assertStops(String file, byte[] content, String reason) throws IOException {
        Path folder = Files.createDirectories(home.resolve("files"));
        Files.write(folder.resolve(file), content);
        try (PresetNight night = PresetNight.prepared(
                home,
                new AsOf(LocalDate.parse("2024-06-30"), ZoneOffset.UTC),
                "EUR",
                "sources: { files: { preset: files, folder: files } }\n")) {
            assertThatThrownBy(night::run)
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessage("Cannot read opportunities of source files: " + reason);
        }
        Files.delete(folder.resolve(file));
    }
}
