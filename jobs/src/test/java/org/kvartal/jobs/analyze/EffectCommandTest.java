package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Twenty agents over six months: six trained in March, six in May, eight never. Training takes 10 off; agents differ by
 * their number, months by theirs, and a little more by a fixed pattern.
 */
class EffectCommandTest {
    private static final String HEADER = "estimator,aggregation,group,time,event_time,estimate,se,lo95,hi95,n,note";

    @TempDir
    private Path folder;

    private record Run(int exitCode, String err, List<String> lines) {
        List<String> starting(String start) {
            return lines.stream().filter(line -> line.startsWith(start)).toList();
        }

        double estimate(String start) {
            return Double.parseDouble(starting(start).get(0).split(",")[5]);
        }
    }

    @Test
    void allEstimatorsAgreeInOneTable() throws IOException {
        Run run = run(panel());

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().get(0)).isEqualTo(HEADER);
        for (String estimator : List.of("callaway-santanna", "sun-abraham", "imputation")) {
            assertThat(run.estimate(estimator + ",simple,,,,")).isCloseTo(-10, within(0.3));
            assertThat(run.starting(estimator + ",group,2024-03-01,,,")).hasSize(1);
            assertThat(run.starting(estimator + ",group,,,,")).hasSize(1);
            assertThat(run.starting(estimator + ",event,,,2,")).hasSize(1);
            assertThat(run.starting(estimator + ",event,,,,")).hasSize(1);
            assertThat(run.starting(estimator + ",calendar,,2024-06-01,,")).hasSize(1);
            assertThat(run.starting(estimator + ",group-time,2024-05-01,2024-06-01,1,"))
                    .hasSize(1);
        }
        assertThat(run.starting("callaway-santanna,group-time,2024-05-01,2024-02-01,-3,"))
                .hasSize(1);
        assertThat(run.starting("twfe-diagnostic,"))
                .hasSize(1)
                .first()
                .asString()
                .contains("a diagnostic, not the effect");
        assertThat(run.starting("callaway-santanna,simple").get(0)).contains("pre-trend test of 3 leads: p ");
        assertThat(run.starting("callaway-santanna,simple").get(0).split(",")[9])
                .isEqualTo("36");
    }

    @Test
    void numbersAndDatesGiveTheSameDigits() throws IOException {
        Run dates = run(panel());
        Run numbers = run(panel().each(row -> {
            row.put("month", row.get("month").substring(5, 7));
            row.put(
                    "trained",
                    row.get("trained").isEmpty() ? "0" : row.get("trained").substring(5, 7));
        }));

        assertThat(numbers.starting("sun-abraham,event")).isEqualTo(dates.starting("sun-abraham,event"));
        assertThat(numbers.starting("callaway-santanna,group,3,,,")).hasSize(1);
    }

    @Test
    void quartersAreUnderstood() throws IOException {
        Run run = run(panel().each(row -> {
            row.put("month", quarter(row.get("month")));
            row.put("trained", row.get("trained").isEmpty() ? "" : quarter(row.get("trained")));
        }));

        assertThat(run.estimate("callaway-santanna,simple,")).isCloseTo(-10, within(0.3));
        assertThat(run.starting("callaway-santanna,group,2023-07-01,,,")).hasSize(1);
    }

    /** The months of 2024 taken for quarters from the first of 2023 on. */
    private static String quarter(String month) {
        int number = Integer.parseInt(month.substring(5, 7)) - 1;
        return "%dQ%d".formatted(2023 + number / 4, number % 4 + 1);
    }

    @Test
    void aDayWithinTheMonthAndATrainingYetToComeAreUnderstood() throws IOException {
        Run plain = run(panel());
        Run other = run(panel().each(row -> {
            String trained = row.get("trained");
            row.put("trained", trained.isEmpty() ? "2024-09-15" : trained.substring(0, 8) + "17");
        }));

        assertThat(other.lines()).isEqualTo(plain.lines());
    }

    @Test
    void controlsNotYetTrainedServeWhereNobodyIsNeverTrained() throws IOException {
        Sheet trained = panel().where(row -> !row.get("trained").isEmpty());
        Run never = run(trained);
        Run notYet = run(trained, "--control", "not-yet");

        assertThat(never.exitCode()).isZero();
        assertThat(never.starting("callaway-santanna"))
                .containsExactly("callaway-santanna,simple,,,,,,,,0,not estimated: no unit is never treated;"
                        + " those not yet treated can serve as controls");
        assertThat(never.estimate("imputation,simple")).isCloseTo(-10, within(0.5));
        assertThat(notYet.estimate("callaway-santanna,simple")).isCloseTo(-10, within(0.5));
        assertThat(notYet.starting("sun-abraham,simple").get(0))
                .contains("the last group is the control, and periods from its treatment on are left out");
        assertThat(notYet.starting("callaway-santanna,simple").get(0))
                .contains("the last group is a control only, and periods from its treatment on are left out");
        assertThat(notYet.starting("imputation,simple").get(0))
                .contains("24 treated observations without untreated ones of their unit or period are left out");
    }

    @Test
    void nothingIsClaimedOfFewUnits() throws IOException {
        Run run = run(panel().where(row -> Integer.parseInt(row.get("agent")) <= 16));

        assertThat(run.starting("callaway-santanna,simple").get(0))
                .endsWith(",,,,36,\"not measurable: 12 treated and 4 controls, at least 5 of each would be enough\"");
        assertThat(run.estimate("callaway-santanna,simple")).isCloseTo(-10, within(0.5));
    }

    @Test
    void leaversAndGroupsOfOneAreTold() throws IOException {
        Run run = run(panel().each(row -> {
                    if (row.get("agent").equals("3")) {
                        row.put("trained", "2024-04-01");
                    }
                })
                .where(row -> !row.get("agent").equals("1") || row.get("month").compareTo("2024-05-01") < 0));

        assertThat(run.err())
                .contains(
                        "1 of 5 units first treated at 2024-03-01 are not observed in all periods, 1 of them not in the"
                                + " last");
        assertThat(run.starting("callaway-santanna,group-time,2024-04-01,2024-05-01,1")
                        .get(0))
                .endsWith(",1,a group of one unit");
    }

    /** Without controls the headline has no rows but one, and it is this one that must tell. */
    @Test
    void whatIsLeftOutIsToldAlsoWhereTheHeadlineCannotBeHad() throws IOException {
        Run run = run(panel().where(row -> !row.get("trained").isEmpty()).each(row -> {
            if (row.get("agent").equals("1")) {
                row.put("trained", "2024-01-01");
            }
        }));

        assertThat(run.starting("callaway-santanna").get(0))
                .contains("1 units first treated at 2024-01-01 have no period before treatment and are left out");
    }

    @Test
    void covariatesAndClustersAreTaken() throws IOException {
        Run run = run(panel(), "--covariates", "skill", "--cluster", "team", "--adjustment", "regression");

        assertThat(run.exitCode()).isZero();
        assertThat(run.estimate("callaway-santanna,simple")).isCloseTo(-10, within(1.0));
        assertThat(run.starting("sun-abraham,simple").get(0))
                .contains("skill does not vary beyond units and periods and falls out");
    }

    @Test
    void checksAreWrittenOnRequest() throws IOException {
        Path checks = folder.resolve("checks.csv");
        run(panel(), "--checks", checks.toString());
        List<String> lines = Files.readAllLines(checks);

        assertThat(lines.get(0)).isEqualTo("check,of,value,lo95,hi95,p,n,note");
        assertThat(lines.stream().map(line -> line.split(",")[0]))
                .contains(
                        "pre-trend",
                        "pre-trend-leads",
                        "pre-trend-slope",
                        "detectable-slope",
                        "minimum-detectable-effect",
                        "wild-cluster-bootstrap",
                        "randomisation",
                        "half-life",
                        "twfe-weight");
        assertThat(lines).contains("units,never,8,,,,8,\"0 not observed in all periods, 0 not in the last\"");
        assertThat(lines.stream().filter(line -> line.startsWith("randomisation")))
                .first()
                .asString()
                .contains(",0.001,");
    }

    @Test
    void aTeamTrainedInTwoWavesIsTold() throws IOException {
        assertThat(run(panel(), "--cluster", "team").err())
                .contains("kvartal: 10 clusters have units first treated at different times");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            month    |  x        | month: 'x' must be a date or time as ISO 8601 writes it
            month    |           | month: '' must not be empty
            month    |2024-02-01 | month: '2024-02-01' must be there once for 1; keep one of the rows
            trained  |2024-04-01 | trained: '2024-04-01' must be the same in all rows of 1
            minutes  |  1;5      | minutes: '1;5' must be a number with a point for decimals, as 1234.50
            agent    |           | agent: '' must not be empty
            """)
    void tellsWhatIsWrongWithARow(String column, String value, String message) throws IOException {
        Run run = run(panel().row(2, row -> row.put(column, value == null ? "" : value)));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("panel.csv", "line 4, " + message);
        assertThat(run.lines()).isEmpty();
    }

    @Test
    void refusesOptionsThatMakeNoSense() throws IOException {
        assertThat(run(panel(), "--control", "late").err())
                .contains("Invalid --control late: it must be never or not-yet");
        assertThat(run(panel(), "--anticipation", "-1").err())
                .contains("Invalid --anticipation -1: it must be at least 0");
        assertThat(run(panel(), "--covariates", "minutes").err())
                .contains("Invalid column minutes: it is named for two things");
        assertThat(run(panel(), "--cluster", "squad").err()).contains("it has no column squad");
    }

    private static Sheet panel() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int agent = 1; agent <= 20; agent++) {
            int first = agent <= 6 ? 3 : agent <= 12 ? 5 : 99;
            for (int month = 1; month <= 6; month++) {
                double minutes = 100 + agent + 2 * month + 0.2 * Math.sin(agent * 5 + month * 3);
                Map<String, String> row = new LinkedHashMap<>();
                row.put("agent", Integer.toString(agent));
                row.put("team", "T" + agent % 10);
                row.put("month", "2024-0%d-01".formatted(month));
                row.put("trained", first == 99 ? "" : "2024-0%d-01".formatted(first));
                row.put("minutes", Double.toString(month >= first ? minutes - 10 : minutes));
                row.put("skill", Integer.toString(agent * 7 % 5));
                rows.add(row);
            }
        }
        return new Sheet(rows);
    }

    private Run run(Sheet panel, String... more) throws IOException {
        Path out = folder.resolve("out/effect.csv");
        Files.deleteIfExists(out);
        Path file = panel.write(folder.resolve("panel.csv"));
        String[] arguments = Stream.concat(
                        Stream.of(
                                "effect",
                                "--panel",
                                file.toString(),
                                "--out",
                                out.toString(),
                                "--unit",
                                "agent",
                                "--time",
                                "month",
                                "--first-treated",
                                "trained",
                                "--outcome",
                                "minutes"),
                        Stream.of(more))
                .toArray(String[]::new);
        AnalyzeRun run = AnalyzeRun.of((Object[]) arguments);
        return new Run(run.exitCode(), run.err(), Files.exists(out) ? Files.readAllLines(out) : List.of());
    }
}
