package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForecastCommandTest {
    private static final Offset<Double> CLOSE = within(1e-5);
    private static final String HEADER = "unique_id,ds,y\n";
    private static final String TWO_SERIES = HEADER + """
            b,2024-01-31,1
            b,2024-02-29,2
            b,2024-03-31,4
            a,2023-11-30,10
            a,2023-12-31,
            a,2024-01-31,30
            """;

    @TempDir
    Path folder;

    @Test
    void writesTheFixedColumnsAndAsManyRowsAsAskedForInTheOrderOfTheInput() throws IOException {
        ForecastRun run = ForecastRun.of(folder, TWO_SERIES, "--horizon", "2", "--model", "naive");

        assertThat(run.err()).isEqualTo("kvartal: 2 series, 2 values ahead, by naive\n");
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("unique_id,ds,model,mean,lo-80,hi-80,lo-95,hi-95");
        assertThat(run.column("unique_id")).containsExactly("b", "b", "a", "a");
        assertThat(run.column("ds")).containsExactly("2024-04-30", "2024-05-31", "2024-02-29", "2024-03-31");
        assertThat(run.column("model")).containsOnly("naive");
        assertThat(run.column("mean")).containsExactly("4", "4", "30", "30");
        assertThat(Double.parseDouble(run.column("hi-95").get(0))).isEqualTo(4 + 1.959964 * Math.sqrt(2.5), CLOSE);
        assertThat(Double.parseDouble(run.column("lo-80").get(1))).isEqualTo(4 - 1.281552 * Math.sqrt(5), CLOSE);
    }

    @Test
    void hasOnlyTheLevelsAskedForAscending() throws IOException {
        ForecastRun run =
                ForecastRun.of(folder, TWO_SERIES, "--horizon", "1", "--levels", "99.9,50", "--model", "mean");

        assertThat(run.lines().get(0)).isEqualTo("unique_id,ds,model,mean,lo-50,hi-50,lo-99.9,hi-99.9");
    }

    @Test
    void severalModelsStandBelowEachOtherForEachPointOfTime() throws IOException {
        ForecastRun run = ForecastRun.of(folder, TWO_SERIES, "--horizon", "2", "--model", "naive,mean");

        assertThat(run.column("model")).startsWith("naive", "mean", "naive", "mean");
        assertThat(run.column("ds")).startsWith("2024-04-30", "2024-04-30", "2024-05-31", "2024-05-31");
    }

    @Test
    void theOrderOfRowsMovesNoDigit() throws IOException {
        List<String> rows = new ArrayList<>(rows("x", 40));
        rows.addAll(rows("y", 30));
        ForecastRun sorted = ForecastRun.of(folder, text(rows), "--horizon", "4", "--season-length", "4");
        List<String> mixed = new ArrayList<>(rows.subList(1, rows.size()));
        Collections.shuffle(mixed, new Random(1));
        mixed.add(0, rows.get(0));

        assertThat(sorted.exitCode()).isZero();
        assertThat(ForecastRun.of(folder, text(mixed), "--horizon", "4", "--season-length", "4")
                        .forecasts())
                .isEqualTo(sorted.forecasts());
        assertThat(ForecastRun.of(folder, text(rows), "--horizon", "4", "--season-length", "4", "--threads", "3")
                        .forecasts())
                .isEqualTo(sorted.forecasts());
    }

    private static List<String> rows(String name, int count) {
        Random random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(t -> "%s,%d,%.3f".formatted(name, 100 + t, 50 + t + 9 * (t % 4) + random.nextGaussian()))
                .toList();
    }

    private static String text(List<String> rows) {
        return HEADER + rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    }

    @Test
    void readsPackedCsvAndParquetToTheSameDigits() throws IOException, SQLException {
        String text = text(rows("x", 40));
        ForecastRun usual = ForecastRun.of(folder, text, "--horizon", "3");
        Path packed = folder.resolve("packed.csv.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(packed))) {
            bytes.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path parquet = folder.resolve("typed.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "copy (from read_csv('%s')) to '%s' (format parquet)".formatted(folder.resolve("in.csv"), parquet));
        }

        assertThat(usual.exitCode()).isZero();
        assertThat(ForecastRun.of(folder, packed, "--horizon", "3").forecasts()).isEqualTo(usual.forecasts());
        assertThat(ForecastRun.of(folder, parquet, "--horizon", "3").forecasts())
                .isEqualTo(usual.forecasts());
    }

    @Test
    void writesParquetWithTypedColumns() throws IOException, SQLException {
        Path parquet = folder.resolve("out.parquet");
        Path input = Files.writeString(folder.resolve("in.csv"), HEADER + "007,2024-01-31,1\n007,2024-02-29,2\n");
        AnalyzeRun run =
                AnalyzeRun.of("forecast", "--input", input, "--horizon", "2", "--model", "naive", "--out", parquet);

        assertThat(run.exitCode()).isZero();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet row = statement.executeQuery(
                        "select unique_id, typeof(ds), ds::varchar, typeof(mean), mean, count(*) over ()" + " from '"
                                + parquet + "' order by ds limit 1")) {
            row.next();
            assertThat(List.of(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                    .containsExactly("007", "DATE", "2024-03-31", "DOUBLE", "2.0");
            assertThat(row.getInt(6)).isEqualTo(2);
        }
    }

    @Test
    void aPointOfTimeWithoutARowIsAMissingValue() throws IOException {
        String gap = HEADER + "a,2024-01-01,1\na,2024-01-02,2\na,2024-01-04,4\na,2024-01-05,5\n";
        String empty = gap.replace("a,2024-01-04", "a,2024-01-03,\na,2024-01-04");
        ForecastRun run = ForecastRun.of(folder, gap, "--horizon", "2");

        assertThat(run.column("ds")).containsExactly("2024-01-06", "2024-01-07");
        assertThat(ForecastRun.of(folder, empty, "--horizon", "2").forecasts()).isEqualTo(run.forecasts());
    }

    @Test
    void everySeriesHasFiniteRowsAndAReason() throws IOException {
        Path reasons = folder.resolve("reasons.csv");
        ForecastRun run = ForecastRun.of(
                folder,
                HEADER + "none,1,\nnone,2,NaN\none,1,5\nzeros,1,0\nzeros,2,0\nzeros,3,0\n",
                "--horizon",
                "2",
                "--reasons",
                reasons.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.column("unique_id")).containsExactly("none", "none", "one", "one", "zeros", "zeros");
        assertThat(run.column("ds")).containsExactly("3", "4", "2", "3", "4", "5");
        assertThat(run.column("mean")).containsExactly("0", "0", "5", "5", "0", "0");
        assertThat(run.column("hi-95"))
                .allSatisfy(cell -> assertThat(Double.parseDouble(cell)).isFinite());
        assertThat(run.err()).isEqualTo("""
                kvartal: 3 series, 2 values ahead, by auto
                kvartal: 1 of the series have forecasts of a simpler kind for want of a model; --reasons FILE has all, as:
                kvartal: none: auto has no forecast: no observed value; instead none: zeros, for nothing was observed
                """);
        assertThat(Files.readAllLines(reasons))
                .startsWith(
                        "unique_id,model,used,reason",
                        "none,auto,none,\"auto has no forecast: no observed value; instead none: zeros, for nothing was observed\"",
                        "one,auto,auto,naive: one value: last observed value");
    }

    @Test
    void tellsEveryDefectWithLineColumnAndValueBeforeAnythingIsComputed() throws IOException {
        ForecastRun run = ForecastRun.of(folder, HEADER + """
                        a,2024-01-01,1
                        a,2024-01-02,two
                        a,2024-01-01,3
                        a,02.01.2024,4
                        ,2024-01-03,5
                        b,2024-01-01,1d
                        b,2024-01-02,Infinity
                        b,2024-13-01,1
                        """, "--horizon", "2");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.forecasts()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                kvartal: Invalid rows in %s; correct or remove them:
                  line 3, y: 'two' must be a number with a point for decimals, as 1234.50, or empty where there is none
                  line 5, ds: '02.01.2024' must be a date written as in the first row
                  line 6, unique_id: '' must not be empty
                  line 7, y: '1d' must be a number with a point for decimals, as 1234.50, or empty where there is none
                  line 8, y: 'Infinity' must be a number with a point for decimals, as 1234.50, or empty where there is none
                  line 9, ds: '2024-13-01' must be a date written as in the first row
                  line 4, ds: '2024-01-01' is there twice for a, first in line 2; keep one row, or add them up
                """.formatted(folder.resolve("in.csv")));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("in.csv"));
        }
    }

    @Test
    void refusesPointsOfTimeInNoRegularSteps() throws IOException {
        ForecastRun run = ForecastRun.of(
                folder,
                HEADER + "a,2024-01-01 00:00:07,1\na,2024-01-02 11:59:31,2\na,2024-01-09 23:10:00,3\n",
                "--horizon",
                "2");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("line 4, ds: '2024-01-09 23:10:00' is one of points of time of a in no regular steps;"
                        + " tell their spacing by --frequency, or add up the values of each hour, day or month");
    }

    @Test
    void refusesColumnsNobodyHasSpokenOf() throws IOException {
        String wide = "unique_id,ds,y,price,promo\na,1,1,2,3\na,2,1,2,3\n";

        assertThat(ForecastRun.of(folder, wide, "--horizon", "1").err())
                .isEqualTo(
                        "kvartal: Invalid columns price, promo beside unique_id, ds, y: name them in --group if they group"
                                + " series, have their values to come in --future if they explain y, or leave them out by"
                                + " --ignore\n");
        assertThat(ForecastRun.of(folder, wide, "--horizon", "1", "--ignore", "price,promo")
                        .exitCode())
                .isZero();
    }

    @Test
    void readsColumnsByTheNamesTheyHaveInTheFile() throws IOException {
        ForecastRun run = ForecastRun.of(
                folder,
                "item,month,sales\na,2024-01-01,1\na,2024-02-01,1\n",
                "--horizon",
                "1",
                "--column",
                "unique_id=item",
                "--column",
                "ds=month",
                "--column",
                "y=sales");

        assertThat(run.column("ds")).containsExactly("2024-03-01");
    }

    @Test
    void forecastsOfGroupsAreTheSumsOfTheirSeries() throws IOException {
        StringBuilder rows = new StringBuilder("unique_id,ds,y,state,kind\n");
        for (String series : List.of("a,NSW,x", "b,NSW,y", "c,VIC,x", "d,VIC,y")) {
            String[] cells = series.split(",");
            int end = cells[0].equals("d") ? 38 : 40;
            rows(cells[0], end).forEach(row -> rows.append(row).append(',' + cells[1] + ',' + cells[2] + '\n'));
        }
        ForecastRun run = ForecastRun.of(
                folder,
                rows.toString(),
                "--horizon",
                "3",
                "--season-length",
                "4",
                "--group",
                "state,kind",
                "--model",
                "ets");

        assertThat(run.err()).isEqualTo("kvartal: 9 series, 3 values ahead, by ets\n");
        assertThat(run.column("unique_id").stream().distinct())
                .containsExactly("a", "b", "c", "d", "total", "state=NSW", "state=VIC", "kind=x", "kind=y");
        assertThat(run.column("ds").stream().distinct()).containsExactly("140", "141", "142");
        assertThat(mean(run, "a") + mean(run, "b")).isEqualTo(mean(run, "state=NSW"), within(1e-6));
        assertThat(mean(run, "b") + mean(run, "d")).isEqualTo(mean(run, "kind=y"), within(1e-6));
        assertThat(mean(run, "state=NSW") + mean(run, "state=VIC")).isEqualTo(mean(run, "total"), within(1e-6));
        assertThat(mean(run, "total")).isBetween(4 * 80.0, 4 * 110.0);
    }

    private static double mean(ForecastRun run, String series) {
        return run.lines().stream()
                .filter(line -> line.startsWith(series + ",141,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[3]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGroupIsTheSameInAllRowsOfASeries() throws IOException {
        ForecastRun run = ForecastRun.of(
                folder, "unique_id,ds,y,state\na,1,1,NSW\na,2,1,VIC\n", "--horizon", "1", "--group", "state");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("line 3, state: 'VIC' must be 'NSW' in all rows of a");
    }

    @Test
    void refusesToAddUpSeriesOfDifferentSpacing() throws IOException {
        String input = """
                unique_id,ds,y,state
                m,2024-01-01,1,NSW
                m,2024-02-01,1,NSW
                m,2024-03-01,1,NSW
                w,2024-01-01,1,NSW
                w,2024-01-08,1,NSW
                w,2024-01-15,1,NSW
                """;

        assertThat(ForecastRun.of(folder, input, "--horizon", "1", "--group", "state")
                        .err())
                .isEqualTo(
                        "kvartal: Cannot add up series m and w: their values are not at the same points of time (1 month"
                                + " from 2024-01-01, 7 days from 2024-01-01); tell their spacing by --frequency\n");
    }

    @Test
    void columnsThatExplainMoveTheForecastsByTheirEffect() throws IOException {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("unique_id,ds,y,promo\n");
        for (int t = 0; t < 60; t++) {
            int promo = random.nextInt(2);
            rows.append("a,%d,%.2f,%d%n".formatted(t, 100 + 30 * promo + random.nextGaussian(), promo));
        }
        Path future =
                Files.writeString(folder.resolve("future.csv"), "unique_id,ds,promo\na,60,1\na,61,0\na,62,1\nb,60,1\n");
        Path reasons = folder.resolve("reasons.csv");
        ForecastRun run = ForecastRun.of(
                folder,
                rows.toString(),
                "--horizon",
                "3",
                "--future",
                future.toString(),
                "--reasons",
                reasons.toString());

        assertThat(run.err()).isEqualTo("kvartal: 1 series, 3 values ahead, by auto\n");
        List<Double> means =
                run.column("mean").stream().map(Double::parseDouble).toList();
        assertThat(means.get(0)).isCloseTo(130, within(2.0));
        assertThat(means.get(1)).isCloseTo(100, within(2.0));
        assertThat(means.get(2)).isCloseTo(130, within(2.0));
        assertThat(Files.readAllLines(reasons).get(1)).startsWith("a,auto,auto,\"promo 29.78 (0.25); remainder auto: ");
    }

    @Test
    void eachValueToForecastNeedsWhatExplainsIt() throws IOException {
        Path future = Files.writeString(folder.resolve("future.csv"), "unique_id,ds,promo\na,4,1\na,5,x\n");
        String input = "unique_id,ds,y,promo\na,1,1,0\na,2,1,1\na,3,1,0\n";

        assertThat(ForecastRun.of(folder, input, "--horizon", "2", "--future", future.toString())
                        .err())
                .contains(
                        "line 3, promo: 'x' must be a number, as 1234.50; what explains y must be known at each point of time");
        Files.writeString(future, "unique_id,ds,promo\na,4,1\n");
        assertThat(ForecastRun.of(folder, input, "--horizon", "2", "--future", future.toString())
                        .err())
                .isEqualTo(
                        "kvartal: Cannot use %s: it must have a row for each value to forecast, but has none for\n  a, 5\n"
                                .formatted(future));
    }

    @Test
    void effectsThatCannotBeToldLeaveTheModelAloneAndAreReported() throws IOException {
        Path future = Files.writeString(folder.resolve("future.csv"), "unique_id,ds,promo\na,4,1\n");
        ForecastRun run = ForecastRun.of(
                folder,
                "unique_id,ds,y,promo\na,1,5,0\na,2,6,0\na,3,7,0\n",
                "--horizon",
                "1",
                "--model",
                "naive",
                "--future",
                future.toString());

        assertThat(run.column("mean")).containsExactly("7");
        assertThat(run.err())
                .contains("a: naive has no forecast: ", "; instead naive without regressors: last observed value");
    }

    @Test
    void longerSeasonsAreLookedForUnlessOnlyThoseNamedCount() throws IOException {
        Random random = new Random(4);
        List<String> rows = IntStream.range(0, 168 * 4)
                .mapToObj(t -> "a,%d,%.3f"
                        .formatted(t, 100 + 10 * (t % 24) + (t / 24 % 7 < 5 ? 300 : 0) + random.nextGaussian()))
                .toList();
        Path reasons = folder.resolve("reasons.csv");
        String[] options = {"--horizon", "2", "--season-length", "24", "--reasons", reasons.toString()};
        ForecastRun longer = ForecastRun.of(folder, text(rows), options);
        String reason = Files.readString(reasons);
        ForecastRun only = ForecastRun.of(
                folder,
                text(rows),
                Stream.concat(Stream.of(options), Stream.of("--only-season")).toArray(String[]::new));

        assertThat(reason).contains("168");
        assertThat(Files.readString(reasons)).doesNotContain("168");
        assertThat(only.forecasts()).isNotEqualTo(longer.forecasts());
    }

    @Test
    void comparesModelsOnThePast() throws IOException {
        Path accuracy = folder.resolve("accuracy.csv");
        Path bySeries = folder.resolve("by-series.csv");
        ForecastRun run = ForecastRun.of(
                folder,
                HEADER + "a,1,1\na,2,2\na,3,3\na,4,4\na,5,5\nb,1,10\nb,2,30\nb,3,20\nb,4,40\nb,5,10\n",
                "--horizon",
                "2",
                "--levels",
                "80",
                "--model",
                "naive,mean",
                "--backtest",
                "2",
                "--accuracy",
                accuracy.toString(),
                "--accuracy-by-series",
                bySeries.toString());

        assertThat(run.exitCode()).isZero();
        List<String> pooled = Files.readAllLines(accuracy);
        assertThat(pooled.get(0))
                .isEqualTo("model,forecasts,smape,mase,rmsse,owa,wape,bias,coverage-80,msis-80,pinball-80");
        assertThat(pooled).hasSize(3);
        String[] naive = pooled.get(1).split(",");
        // Errors of naive: of a 1, 2 and 1, 2 on a scale of 1; of b 10, 10 on 20 and 20, 10 on 15.
        assertThat(naive).startsWith("naive", "4");
        assertThat(Double.parseDouble(naive[3])).isEqualTo((1.5 + 1.5 + 0.5 + 1) / 4, CLOSE);
        assertThat(Double.parseDouble(naive[6])).isEqualTo(56 / 126.0, CLOSE);
        assertThat(Double.parseDouble(naive[7])).isEqualTo((-1.5 - 1.5 + 0 - 5 / 15.0) / 4, CLOSE);
        assertThat(naive[5]).isEqualTo("1");
        assertThat(Files.readAllLines(bySeries).stream().map(line -> line.substring(0, line.indexOf(',', 3))))
                .containsExactly("unique_id", "a,naive", "a,mean", "b,naive", "b,mean");
    }

    @Test
    void printsTheComparisonWhereNoFileIsNamed() throws IOException {
        ForecastRun run =
                ForecastRun.of(folder, text(rows("x", 40)), "--horizon", "3", "--model", "mean", "--backtest", "1");

        assertThat(run.out().lines().map(line -> line.split(" +")[0])).containsExactly("model", "mean");
    }

    @Test
    void thePageNeedsNothingElseAndDrawsSixtySeries() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 63; i++) {
            rows.append(
                    rows("<b>" + i + "</b>", 12).stream().map(row -> row + "\n").collect(Collectors.joining()));
        }
        Path page = folder.resolve("report/page.html");
        ForecastRun run = ForecastRun.of(
                folder,
                HEADER + rows,
                "--horizon",
                "2",
                "--model",
                "naive,mean",
                "--backtest",
                "1",
                "--report",
                page.toString());
        String html = Files.readString(page);

        assertThat(run.exitCode()).isZero();
        assertThat(html)
                .doesNotContain("http:", "https:", "<script", "src=", "url(", "NaN", "<b>")
                .contains(
                        "default-src 'none'",
                        "63 series, 2 values ahead, by naive, mean, with intervals of 80 and 95 %")
                .contains("Smallest MASE: naive", "&lt;b&gt;0&lt;/b&gt;", "<td>&lt;b&gt;62&lt;/b&gt;</td>");
        assertThat(html.split("<figure>")).hasSize(61);
        assertThat(html.split("<path class=\"mean\"")).hasSize(61);
        assertThat(html.split("<path class=\"band-")).hasSize(121);
    }

    @Test
    void refusesOptionsThatMakeNoSense() throws IOException {
        assertRefused("Invalid --horizon 0: it must be at least 1", "--horizon", "0");
        assertRefused(
                "Invalid --levels 0.95: a level is in percent, from 1 to below 100, as 95 or 99.9",
                "--horizon",
                "1",
                "--levels",
                "0.95");
        assertRefused(
                "Invalid --levels x: a level is in percent, from 1 to below 100, as 95 or 99.9",
                "--horizon",
                "1",
                "--levels",
                "80,x");
        assertRefused(
                "Invalid --season-length 0: it must be from 1 to 100000", "--horizon", "1", "--season-length", "0");
        assertRefused(
                "Invalid --accuracy without --backtest: accuracy is that of forecasts from earlier points",
                "--horizon",
                "1",
                "--accuracy",
                "x.csv");
        assertThat(ForecastRun.of(folder, TWO_SERIES, "--horizon", "1", "--model", "prophet")
                        .err())
                .startsWith("kvartal: Invalid --model prophet: there is none of that name; there are auto, ets, arima");
        assertRefused(
                "Invalid --model ets:AAM: additive error with multiplicative season is numerically unstable",
                "--horizon",
                "1",
                "--model",
                "ets:AAM");
    }

    @Test
    void smoothsInTheFormThatIsNamed() throws IOException {
        Path reasons = folder.resolve("reasons.csv");
        ForecastRun run = ForecastRun.of(
                folder,
                text(rows("x", 40)),
                "--horizon",
                "2",
                "--model",
                "ets:ANN,ets:AAdN,ets:MNM",
                "--reasons",
                reasons.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.column("model"))
                .containsExactly("ets:ANN", "ets:AAdN", "ets:MNM", "ets:ANN", "ets:AAdN", "ets:MNM");
        assertThat(Files.readAllLines(reasons))
                .anyMatch(line -> line.startsWith("x,ets:ANN,ets:ANN,\"ETS(A,N,N), AICc"))
                .anyMatch(line -> line.startsWith("x,ets:AAdN,ets:AAdN,\"ETS(A,Ad,N), AICc"))
                .anyMatch(line -> line.contains("ets:MNM has no forecast: ETS(M,N,M) needs a season"));
    }

    private void assertRefused(String message, String... options) throws IOException {
        ForecastRun run = ForecastRun.of(folder, TWO_SERIES, options);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("kvartal: " + message + "\n");
    }

    @Test
    void doesNotOverwriteItsInputNorTakeAFolderForIt(@TempDir Path anywhere) throws IOException {
        Path input = Files.writeString(anywhere.resolve("series.csv"), "unique_id,ds,y\na,1,1\na,2,2\n");
        AnalyzeRun same = AnalyzeRun.of("forecast", "--input", input, "--horizon", "2", "--out", input);
        AnalyzeRun none =
                AnalyzeRun.of("forecast", "--input", anywhere, "--horizon", "2", "--out", anywhere.resolve("out.csv"));

        assertThat(same.exitCode()).isEqualTo(3);
        assertThat(same.err()).contains("is the file of --input too; name another one");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("it is a folder; name a file");
        assertThat(input).content().startsWith("unique_id");
    }
}
