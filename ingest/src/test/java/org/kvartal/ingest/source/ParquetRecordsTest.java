package org.kvartal.ingest.source;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParquetRecordsTest {
    private static final long NOON = 1_735_646_400; // 2024-12-31T12:00:00Z

    @TempDir
    Path folder;

    @Test
    void readsRowsByTheNamesOfTheColumnsWithTheirNumbers() throws IOException {
        write(
                "message m { required binary ID (STRING); optional binary name (STRING); optional int32 day (DATE); }",
                row -> row.append("ID", "1").append("name", "Škoda, \"a.s.\"\n").append("day", 20_088),
                row -> row.append("ID", "2"));
        CollectedRows read = read(Map.of("day", ColumnType.DATE));

        assertThat(read.rows).containsExactly("1 [1, Škoda, \"a.s.\"\n, 2024-12-31]", "2 [2, null, null]");
    }

    @Test
    void writesEveryValueAsTextThatMeansExactlyIt() throws IOException {
        assertThat(text("int32 v", row -> row.append("v", -7))).isEqualTo("-7");
        assertThat(text("int32 v (INTEGER(32,false))", row -> row.append("v", -1)))
                .isEqualTo("4294967295");
        assertThat(text("int64 v", row -> row.append("v", Long.MAX_VALUE))).isEqualTo("9223372036854775807");
        assertThat(text("int64 v (INTEGER(64,false))", row -> row.append("v", -1L)))
                .isEqualTo("18446744073709551615");
        assertThat(text("boolean v", row -> row.append("v", true))).isEqualTo("true");
        assertThat(text("double v", row -> row.append("v", 1.0E7))).isEqualTo("10000000");
        assertThat(text("double v", row -> row.append("v", 0.1 + 0.2))).isEqualTo("0.30000000000000004");
        assertThat(text("double v", row -> row.append("v", 1e300))).isEqualTo("1E+300");
        assertThat(text("double v", row -> row.append("v", Double.NaN))).isEqualTo("NaN");
        assertThat(text("float v", row -> row.append("v", 0.1f))).isEqualTo("0.1");
        assertThat(text("binary v", row -> row.append("v", "old text"))).isEqualTo("old text");
        assertThat(text("binary v (JSON)", row -> row.append("v", "{\"a\": 1}")))
                .isEqualTo("{\"a\": 1}");
        assertThat(text("fixed_len_byte_array(16) v (UUID)", row -> row.append("v", bytes(0x0123456789ABCDEFL, 1))))
                .isEqualTo("01234567-89ab-cdef-0000-000000000001");
    }

    @Test
    void writesDecimalsWithAllTheirDigits() throws IOException {
        assertThat(text("int32 v (DECIMAL(9,2))", row -> row.append("v", -1_050)))
                .isEqualTo("-10.50");
        assertThat(text("int64 v (DECIMAL(18,2))", row -> row.append("v", 999_999_999_999_999_999L)))
                .isEqualTo("9999999999999999.99");
        BigInteger long38 = new BigInteger("12345678901234567890123456789012345678");
        assertThat(text(
                        "binary v (DECIMAL(38,10))",
                        row -> row.append("v", Binary.fromConstantByteArray(long38.toByteArray()))))
                .isEqualTo("1234567890123456789012345678.9012345678");
        assertThat(text(
                        "fixed_len_byte_array(4) v (DECIMAL(9,9))",
                        row -> row.append("v", Binary.fromConstantByteArray(new byte[] {0, 0, 0, 1}))))
                .isEqualTo("0.000000001");
    }

    @Test
    void tellsTimesInUtcFromLocalOnes() throws IOException {
        assertThat(text("int64 v (TIMESTAMP(MILLIS,true))", row -> row.append("v", NOON * 1_000 + 1)))
                .isEqualTo("2024-12-31T12:00:00.001Z");
        assertThat(text("int64 v (TIMESTAMP(MICROS,true))", row -> row.append("v", NOON * 1_000_000)))
                .isEqualTo("2024-12-31T12:00:00Z");
        assertThat(text("int64 v (TIMESTAMP(NANOS,false))", row -> row.append("v", NOON * 1_000_000_000 + 123_456_789)))
                .isEqualTo("2024-12-31T12:00:00.123456789");
        assertThat(text("int64 v (TIMESTAMP(MICROS,false))", row -> row.append("v", -1L)))
                .isEqualTo("1969-12-31T23:59:59.999999");
        assertThat(text("int64 v (TIME(MICROS,true))", row -> row.append("v", 9L * 3_600 * 1_000_000)))
                .isEqualTo("09:00");
        assertThat(text("int96 v", row -> row.append("v", int96(2_460_676, 12L * 3_600 * 1_000_000_000))))
                .isEqualTo("2024-12-31T12:00:00Z");
    }

    @Test
    void keepsInstantsWithAndWithoutZoneApart() throws IOException {
        write(
                "message m { required binary id (STRING); optional int64 utc (TIMESTAMP(MICROS,true));"
                        + " optional int64 local (TIMESTAMP(MICROS,false)); }",
                row -> row.append("id", "1").append("utc", NOON * 1_000_000).append("local", NOON * 1_000_000));

        assertThat(read(Map.of("utc", ColumnType.INSTANT, "local", ColumnType.INSTANT)).rows)
                .containsExactly("1 [1, 2024-12-31T12:00Z, 2024-12-31T11:00Z]");
    }

    @Test
    void rejectsValuesThatAreNoneOfTheColumn() throws IOException {
        write(
                "message m { required binary id (STRING); optional double amount; optional binary name (STRING); }",
                row -> row.append("id", "1").append("amount", Double.NaN),
                row -> row.append("id", "2").append("amount", Double.POSITIVE_INFINITY),
                row -> row.append("id", "3")
                        .append("name", Binary.fromConstantByteArray(new byte[] {'J', (byte) 0xF6})),
                row -> row.append("id", "4").append("name", "a\0b"),
                row -> row.append("id", "5").append("amount", 1e6));
        CollectedRows read = read(Map.of("amount", ColumnType.MONEY));

        assertThat(read.rows).containsExactly("5 [5, 1000000.00, null]");
        assertThat(read.rejections)
                .extracting(rejected -> rejected.line() + " " + rejected.column() + " " + rejected.rule())
                .containsExactly("1 amount type", "2 amount type", "3 name encoding", "4 name nul");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void readsEveryUsualCompressionOverManyRowGroups(CompressionCodecName codec) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message m { required binary id (STRING); }");
        try (ParquetWriter<Group> writer = writer(schema, codec)) {
            for (int i = 1; i <= 20_000; i++) {
                SimpleGroup row = new SimpleGroup(schema);
                row.append("id", "row " + i);
                writer.write(row);
            }
        }
        CollectedRows read = read(Map.of());

        assertThat(read.rows).hasSize(20_000).startsWith("1 [row 1]").endsWith("20000 [row 20000]");
    }

    @Test
    void refusesNestedColumnsAndBareBytesByName() throws IOException {
        write("message m { required binary id (STRING); optional group address { optional binary city (STRING); } }");
        assertUnreadable("is not read: its column address is nested; write its parts as columns");

        write("message m { required binary id (STRING); repeated int32 tags; }");
        assertUnreadable("is not read: its column tags is nested; write its parts as columns");

        write("message m { required binary id (STRING); optional fixed_len_byte_array(3) code; }");
        assertUnreadable("is not read: its column code holds bytes that are no text, number or time");
    }

    @Test
    void saysThatAFileIsNoParquetOrIsDamaged() throws IOException {
        Path file = folder.resolve("deals.parquet");
        Files.writeString(file, "id,name\n1,a\n");
        assertUnreadable("is no Parquet file, or is cut off");
        Files.write(file, new byte[0]);
        assertUnreadable("is no Parquet file, or is cut off");

        write("message m { required binary id (STRING); }", row -> row.append("id", "a long identity of one row"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        assertUnreadable("is no Parquet file, or is cut off");

        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, 4, 60, (byte) 0x7F);
        Files.write(file, damaged);
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageStartingWith("Cannot read deals of source crm: deals.parquet is damaged: ");
    }

    private void assertUnreadable(String reason) {
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("Cannot read deals of source crm: deals.parquet " + reason);
    }

    private String text(String column, Consumer<Group> row) throws IOException {
        write("message m { required binary id (STRING); optional " + column + "; }", values -> {
            values.append("id", "1");
            row.accept(values);
        });
        return (String) read(Map.of()).values.get(0)[1];
    }

    private static Binary bytes(long high, long low) {
        return Binary.fromConstantByteArray(
                ByteBuffer.allocate(16).putLong(high).putLong(low).array());
    }

    private static Binary int96(int julianDay, long nanos) {
        return Binary.fromConstantByteArray(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(nanos)
                .putInt(julianDay)
                .array());
    }

    @SafeVarargs
    private void write(String schemaText, Consumer<Group>... rows) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(schemaText);
        try (ParquetWriter<Group> writer = writer(schema, CompressionCodecName.SNAPPY)) {
            for (Consumer<Group> row : rows) {
                SimpleGroup values = new SimpleGroup(schema);
                row.accept(values);
                writer.write(values);
            }
        }
    }

    private ParquetWriter<Group> writer(MessageType schema, CompressionCodecName codec) throws IOException {
        return ExampleParquetWriter.builder(new LocalOutputFile(folder.resolve("deals.parquet")))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(codec)
                .withRowGroupSize(100_000L)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build();
    }

    private CollectedRows read(Map<String, ColumnType> types) {
        Extract deals =
                new Extract("deals", new FromFile("deals.parquet"), "", List.of("id"), types, Presence.REQUIRED);
        Preset preset = new Preset(
                "test",
                SourceKind.CSV,
                ZoneId.of("Europe/Prague"),
                new CsvDialect(StandardCharsets.UTF_8, ','),
                List.of(deals),
                new TreeMap<>());
        CollectedRows rows = new CollectedRows();
        new FolderSource("crm", preset, folder).read(deals, rows);
        return rows;
    }
}
