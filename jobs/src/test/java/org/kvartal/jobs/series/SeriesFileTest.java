package org.kvartal.jobs.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.ingest.source.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeriesFileTest {
    private static final SeriesColumns COLUMNS = new SeriesColumns(Map.of(), List.of(), List.of(), List.of());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2024-01-31 2024-02-29 2024-03-31,                                 2024-04-30 2024-05-31,           1 month, 12",
        "2023-02-28 2023-03-31 2023-04-30,                                 2023-05-31 2023-06-30,           1 month, 12",
        "2023-11-30 2023-12-30 2024-01-30,                                 2024-02-29 2024-03-30,           1 month, 12",
        "2024-01-01 2024-02-01 2024-03-01,                                 2024-04-01 2024-05-01,           1 month, 12",
        "2023-03-31 2023-06-30 2023-09-30,                                 2023-12-31 2024-03-31,           3 months, 4",
        "2021-12-31 2022-12-31 2023-12-31,                                 2024-12-31 2025-12-31,           12 months, 1",
        "2020-02-29 2021-02-28 2022-02-28,                                 2023-02-28 2024-02-29,           12 months, 1",
        "2024-01-03 2024-01-10 2024-01-17,                                 2024-01-24 2024-01-31,           7 days, 52",
        "2024-02-27 2024-02-28 2024-02-29,                                 2024-03-01 2024-03-02,           1 day, 7",
        "1990 1991 1993,                                                   1994 1995,                       steps of 1, 1",
        "10 20 40,                                                         50 60,                           steps of 10, 1",
        "2024-01-01T22:00:00Z 2024-01-01T23:00:00Z 2024-01-02T00:00:00Z,   2024-01-02T01:00:00Z 2024-01-02T02:00:00Z, 3600.0 seconds, 24",
        "2024-01-01T00:00+02:00 2024-01-01T00:30+02:00 2024-01-01T01:00+02:00, 2024-01-01T01:30+02:00 2024-01-01T02:00+02:00, 1800.0 seconds, 48",
        "2024-01-31T00:00:00.000 2024-02-29T00:00:00.000 2024-03-31T00:00:00.000, 2024-04-30T00:00:00.000 2024-05-31T00:00:00.000, 1 month, 12"
    })
    void goesOnAsTheSeriesDoes(String times, String next, String spacing, int season) throws IOException {
        FileSeries series = read(Arrays.stream(times.split(" ")).map(time -> "a," + time + ",1"), null)
                .get(0);

        assertThat(List.of(series.timeAhead(1), series.timeAhead(2))).containsExactly(next.split(" "));
        assertThat(series.spacing()).isEqualTo(spacing);
        assertThat(series.values().season()).isEqualTo(season);
    }

    private List<FileSeries> read(Stream<String> rows, Frequency frequency, int... seasons) throws IOException {
        return read(1000, rows, frequency, seasons);
    }

    private List<FileSeries> read(int manyRows, Stream<String> rows, Frequency frequency, int... seasons)
            throws IOException {
        Path file = folder.resolve("in.csv");
        Files.writeString(file, "unique_id,ds,y\n" + rows.collect(Collectors.joining("\n")));
        List<FileSeries> series = new ArrayList<>();
        Seasons told = new Seasons(Seasons.Search.LONGER, seasons);
        new SeriesFile(manyRows, file, COLUMNS, frequency, told, Optional.empty()).read(series::add);
        return series;
    }

    @Test
    void timesWithABlankKeepIt() throws IOException {
        FileSeries series = read(Stream.of("a,2024-01-01 05:00:00,1", "a,2024-01-01 06:00:00,1"), null)
                .get(0);

        assertThat(series.timeAhead(20)).isEqualTo("2024-01-02 02:00:00");
    }

    @Test
    void datesWithoutHyphensAreDates() throws IOException {
        FileSeries series = read(Stream.of("a,20240131,1", "a,20240229,1", "a,20240331,1"), null)
                .get(0);

        assertThat(series.values().season()).isEqualTo(12);
        assertThat(series.timeAhead(1)).isEqualTo("20240430");
    }

    @Test
    void lastWorkingDaysOfMonthsAreMonthEnds() throws IOException {
        List<String> days = List.of(
                "2023-09-29", "2023-10-31", "2023-11-30", "2023-12-29", "2024-01-31", "2024-02-29", "2024-03-29");
        FileSeries series =
                read(days.stream().map(day -> "a," + day + ",1"), null).get(0);

        assertThat(series.values().length()).isEqualTo(7);
        assertThat(series.values().season()).isEqualTo(12);
        assertThat(series.timeAhead(1)).isEqualTo("2024-04-30");
    }

    @Test
    void manyDaysWithoutAWeekendAreWorkingDays() throws IOException {
        LocalDate monday = LocalDate.parse("2024-01-01");
        List<LocalDate> days = IntStream.range(0, 40)
                .mapToObj(monday::plusDays)
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .filter(day -> !day.equals(LocalDate.parse("2024-01-10")))
                .toList();
        FileSeries series =
                read(days.stream().map(day -> "a," + day + ",1"), null).get(0);

        assertThat(series.values().season()).isEqualTo(5);
        assertThat(series.values().length()).isEqualTo(days.size() + 1);
        assertThat(series.values().observedCount()).isEqualTo(days.size());
        assertThat(series.time(days.size())).isEqualTo("2024-02-09");
        assertThat(List.of(series.timeAhead(1), series.timeAhead(6))).containsExactly("2024-02-12", "2024-02-19");
        assertThat(read(days.stream().map(day -> "a," + day + ",1"), Frequency.D)
                        .get(0)
                        .timeAhead(1))
                .isEqualTo("2024-02-10");
    }

    @Test
    void aSeriesWithFewPointsHasTheSpacingOfTheFile() throws IOException {
        List<FileSeries> series = read(
                Stream.of(
                        "few,2024-01-31,1",
                        "month,2024-01-31,1",
                        "month,2024-02-29,1",
                        "month,2024-03-31,1",
                        "two,2024-01-31,1",
                        "two,2024-04-30,1"),
                null);

        assertThat(series).extracting(s -> s.timeAhead(1)).containsExactly("2024-02-29", "2024-04-30", "2024-05-31");
        assertThat(series).extracting(s -> s.values().length()).containsExactly(1, 3, 4);
    }

    @Test
    void seriesOfSeveralSpacingsKeepTheirOwn() throws IOException {
        List<FileSeries> series = read(
                Stream.of(
                        "m,2024-01-01,1",
                        "m,2024-02-01,1",
                        "m,2024-03-01,1",
                        "m,2024-04-01,1",
                        "q,2024-01-01,1",
                        "q,2024-04-01,1",
                        "q,2024-07-01,1"),
                null);

        assertThat(series).extracting(s -> s.values().season()).containsExactly(12, 4);
        assertThat(series).extracting(s -> s.timeAhead(1)).containsExactly("2024-05-01", "2024-10-01");
    }

    @Test
    void frequencyAndSeasonsAreAsTold() throws IOException {
        Stream<String> rows = Stream.of("a,2024-03-15,1", "a,2024-01-31,3", "a,2024-02-29,2");
        FileSeries series = read(rows, Frequency.M, 6, 12).get(0);

        assertThat(series.values().toArray()).containsExactly(3, 2, 1);
        assertThat(series.values().seasons()).containsExactly(6, 12);
        assertThat(read(Stream.of("a,7,1"), Frequency.Q).get(0).values().season())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-03 2024-01-10 2024-01-17,                       1,   1 52",
        "2024-01-03 2024-01-10 2024-01-17,                       13,  13 52",
        "2024-01-03 2024-01-10 2024-01-17,                       52,  52",
        "2024-02-27 2024-02-28 2024-02-29,                       1,   1 7",
        "2024-02-27 2024-02-28 2024-02-29,                       5,   5",
        "2024-01-01T22:00:00 2024-01-01T23:00:00 2024-01-02T00:00:00, 1, 1 24",
        "10 20 40,                                               1,   1"
    })
    void theUsualSeasonIsLookedForBehindAShorterOne(String times, int told, String seasons) throws IOException {
        FileSeries series = read(Arrays.stream(times.split(" ")).map(time -> "a," + time + ",1"), null, told)
                .get(0);

        assertThat(series.values().seasons())
                .containsExactly(Arrays.stream(seasons.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @Test
    void datesAreNoHours() {
        assertThatThrownBy(() -> read(Stream.of("a,2024-01-05,1", "a,2024-01-06,2"), Frequency.H))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Cannot use --frequency H")
                .hasMessageContaining("dates without a time of day");
    }

    @Test
    void anEmptyValueOrPointWithoutRowIsMissing() throws IOException {
        FileSeries series = read(Stream.of("a,5,1", "a,1,", "a,2,nan", "a,3,NULL", "a,8,2"), null)
                .get(0);

        double nan = Double.NaN;
        assertThat(series.values().toArray()).containsExactly(nan, nan, nan, nan, 1, nan, nan, 2);
    }

    @ParameterizedTest
    @CsvSource({"100", "7", "3", "1"})
    void aLargeFileIsReadToTheSameSeries(int manyRows) throws IOException {
        List<String> rows = List.of("a,1,1", "a,2,2", "a,3,3", "b,2,1", "b,1,2", "b,4,3", "c,9,1");

        List<FileSeries> series = read(manyRows, rows.stream(), null);

        assertThat(series).extracting(FileSeries::name).containsExactly("a", "b", "c");
        assertThat(series).extracting(s -> s.timeAhead(1)).containsExactly("4", "5", "10");
        assertThat(series.get(1).values().toArray()).containsExactly(2, 1, Double.NaN, 3);
    }

    @ParameterizedTest
    @CsvSource({"100", "5", "2", "1"})
    void mixedSeriesOfALargeFileAreTold(int manyRows) throws IOException {
        List<String> rows = List.of(
                "a,2024-01-01,1",
                "b,2024-01-01,1",
                "a,2024-01-03,3",
                "b,2024-01-02,2",
                "a,2024-01-02,2",
                "b,2024-01-03,3");

        List<FileSeries> series = read(manyRows, rows.stream(), null);

        assertThat(series).extracting(FileSeries::name).containsExactly("a", "b");
        assertThat(series).allSatisfy(s -> assertThat(s.values().toArray()).containsExactly(1, 2, 3));
    }

    @ParameterizedTest
    @CsvSource({"100", "2"})
    void tellsDefectsOfSeriesWithTheirLines(int manyRows) {
        assertThatThrownBy(() -> read(
                        manyRows,
                        Stream.of(
                                "a,2024-01-02,1",
                                "a,2024-01-01,1",
                                "a,2024-01-02,1",
                                "b,2024-01-01,1",
                                "b,2024-01-02,2",
                                "b,2024-01-02,2"),
                        null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("""
                        :
                          line 4, ds: '2024-01-02' is there twice for a, first in line 2; keep one row, or add them up
                          line 7, ds: '2024-01-02' is there twice for b, first in line 6; keep one row, or add them up""");
    }

    @Test
    void refusesPointsBesideTheFrequencyTold() {
        assertThatThrownBy(() -> read(Stream.of("a,2024-01-01,1", "a,2024-01-09,1"), Frequency.W))
                .hasMessageContaining(
                        "line 3, ds: '2024-01-09' is no multiple of 7 days after the first point of time of a;"
                                + " correct it, or give another --frequency");
        assertThatThrownBy(() -> read(Stream.of("a,2024-01-01,1", "a,2024-01-09,1"), Frequency.M))
                .hasMessageContaining(
                        "line 3, ds: '2024-01-09' is the second within the same 1 month for a; add the rows"
                                + " up, or give another --frequency");
    }

    @Test
    void refusesASinglePointOfTimeThatShowsNoSpacing() {
        assertThatThrownBy(() -> read(Stream.of("a,2024-01-01,1"), null))
                .hasMessageContaining("line 2, ds: '2024-01-01' is the only point of time of a, which shows no spacing;"
                        + " tell it by --frequency");
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThatThrownBy(() -> read(Stream.of(), null)).hasMessageEndingWith("in.csv: it has no rows");
    }
}
