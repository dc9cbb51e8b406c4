package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.ingest.lake.ColumnType;

import static org.assertj.core.api.Assertions.assertThat;

class ValueReaderTest {
    private final ValueReader prague = new ValueReader(ZoneId.of("Europe/Prague"));

    @Test
    void readsEveryType() {
        assertThat(read(ColumnType.ID, " 007 ")).isEqualTo(" 007 ");
        assertThat(read(ColumnType.TEXT, "a\nb")).isEqualTo("a\nb");
        assertThat(read(ColumnType.INTEGER, " -9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(read(ColumnType.NUMBER, "1.5e3")).isEqualTo(1500.0);
        assertThat(read(ColumnType.MONEY, "1100.04")).isEqualTo(new BigDecimal("1100.04"));
        assertThat(read(ColumnType.MONEY, "7")).isEqualTo(new BigDecimal("7.00"));
        assertThat(read(ColumnType.RATE, "1.0825")).isEqualTo(new BigDecimal("1.0825000000"));
        assertThat(read(ColumnType.DATE, "2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(read(ColumnType.DATE, "2024-02-29T00:00:00.000")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(read(ColumnType.FLAG, "Yes")).isEqualTo(true);
        assertThat(read(ColumnType.FLAG, "0")).isEqualTo(false);
    }

    @Test
    void roundsMoneyHalfUpToTheCent() {
        assertThat(read(ColumnType.MONEY, "10.005")).isEqualTo(new BigDecimal("10.01"));
        assertThat(read(ColumnType.MONEY, "-10.005")).isEqualTo(new BigDecimal("-10.01"));
        assertThat(read(ColumnType.MONEY, "9999999999999999.99")).isEqualTo(new BigDecimal("9999999999999999.99"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-01T10:00:00Z,             2024-07-01T10:00:00Z",
        "2024-07-01T10:00:00.123456789Z,   2024-07-01T10:00:00.123456Z",
        "2024-07-01T10:00:00.000+0200,     2024-07-01T08:00:00Z",
        "2024-07-01 10:00:00+02:00,        2024-07-01T08:00:00Z",
        "2024-07-01 10:00:00 UTC,          2024-07-01T10:00:00Z",
        "2024-07-01 10:00:00,              2024-07-01T08:00:00Z",
        "2024-01-01 10:00,                 2024-01-01T09:00:00Z",
    })
    void keepsInstantsInUtc(String text, String instant) {
        assertThat(read(ColumnType.INSTANT, text)).isEqualTo(OffsetDateTime.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        // 31 March 2024: 02:00 CET becomes 03:00 CEST, so 02:30 does not exist.
        "2024-03-31 02:30:00, 2024-03-31T01:30:00Z",
        // 27 October 2024: 03:00 CEST becomes 02:00 CET, so 02:30 happens twice.
        "2024-10-27 02:30:00, 2024-10-27T00:30:00Z",
    })
    void takesTheDocumentedInstantWhereClocksAreSet(String text, String instant) {
        assertThat(read(ColumnType.INSTANT, text)).isEqualTo(OffsetDateTime.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.0", "1e3", "12x", "", "0x1F", "١٢"})
    void refusesWhatIsNoWholeNumber(String text) {
        assertThat(prague.read(ColumnType.INTEGER, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1E400", "1,5", "1e", "--1", "1d"})
    void refusesWhatIsNoFiniteNumber(String text) {
        assertThat(prague.read(ColumnType.NUMBER, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000000000", "9999999999999999.995", "1e999", "$5", "1 000", "1,000.00"})
    void refusesWhatIsNoMoney(String text) {
        assertThat(prague.read(ColumnType.MONEY, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-13-01",
                "01/02/2024",
                "2024-1-1",
                "20240101",
                "+12024-01-01",
                "2024-01-01 00:01",
                "2024-01-01T00:00Z"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(prague.read(ColumnType.DATE, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-01-01", "2024-01-01 24:01", "2024-02-30 10:00", "1704067200000", "2024-01-01 10:00 CET"})
    void refusesWhatIsNoInstant(String text) {
        assertThat(prague.read(ColumnType.INSTANT, text)).isEmpty();
    }

    @Test
    void refusesWhatIsNoFlag() {
        assertThat(prague.read(ColumnType.FLAG, "maybe")).isEmpty();
    }

    private Object read(ColumnType type, String text) {
        return prague.read(type, text).orElseThrow();
    }
}
