package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SurvivalCommandTest {
    private static final String HEADER =
            "method,group,end,term,time,estimate,se,lo95,hi95,loglog_lo95,loglog_hi95,n,events,p,note";

    @TempDir
    private Path folder;

    private AnalyzeRun run(String csv, String... more) throws IOException {
        Path input = Files.writeString(folder.resolve("in.csv"), csv);
        return AnalyzeRun.of(Stream.concat(
                        Stream.of(
                                "survival",
                                "--input",
                                input,
                                "--time",
                                "days",
                                "--event",
                                "end",
                                "--out",
                                folder.resolve("out.csv")),
                        Stream.of(more))
                .toArray());
    }

    private List<String> rows(String start) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo(HEADER);
        return lines.stream().filter(line -> line.startsWith(start)).toList();
    }

    /** Five stays: S falls to 4/5, 3/5 and 3/10, of which won 1/5 and 3/10, lost 1/5. */
    private static final String FIVE = "days,end\n1,won\n2,lost\n3,open\n4,won\n5,\n";

    @Test
    void waysOfEndingCompete() throws IOException {
        assertThat(run(FIVE).exitCode()).isZero();
        assertThat(rows("kaplan-meier,,,survival,4,"))
                .singleElement()
                .asString()
                .startsWith("kaplan-meier,,,survival,4,0.3,");
        assertThat(rows("kaplan-meier,,,median,")).singleElement().asString().startsWith("kaplan-meier,,,median,,4,,");
        assertThat(rows("aalen-johansen,,won,incidence,4,0.5,")).hasSize(1);
        assertThat(rows("aalen-johansen,,lost,incidence,4,0.2,")).hasSize(1);
        assertThat(rows("aalen-johansen,,lost,median,,,"))
                .singleElement()
                .asString()
                .endsWith(",5,1,,not reached: fewer than half end so");
    }

    @Test
    void aMedianThatIsNotReachedIsEmpty() throws IOException {
        run("days,end\n1,1\n2,0\n3,0\n", "--times", "0.5,2");
        assertThat(rows("kaplan-meier,,,median,,,,"))
                .singleElement()
                .asString()
                .endsWith(",3,1,,not reached: too many still go on");
        assertThat(rows("kaplan-meier,,,survival,")).hasSize(2);
        assertThat(rows("kaplan-meier,,,survival,0.5,1,0,1,1,1,1,3,1,,")).hasSize(1);
    }

    @Test
    void groupsAreToldApartAndComparedWithinStrata() throws IOException {
        String csv = "days,end,team,prio\n1,1,a,high\n2,1,b,high\n1,1,b,low\n2,1,a,low\n3,1,a,low\n";
        run(csv, "--group", "team", "--strata", "prio");
        assertThat(rows("kaplan-meier,a,,median,,2,")).hasSize(1);
        assertThat(rows("kaplan-meier,b,,median,,1.5,")).hasSize(1);
        // E_a = 1/2 in one stratum and 2/3 + 2 in the other, V = 1/4 + 2/9.
        assertThat(rows("log-rank,a,,expected,,3.16666666667,")).hasSize(1);
        assertThat(rows("log-rank,,,chi-square,,0.0588235294118,")).hasSize(1);
    }

    @Test
    void onesAndTwosAreReadAsInRUnlessTold() throws IOException {
        String csv = "days,end\n1,2\n2,1\n3,2\n";
        assertThat(run(csv).err()).contains("of the ends 1 and 2, 1 is taken for going on");
        assertThat(rows("kaplan-meier,,,median").get(0)).contains(",3,2,,");
        assertThat(run(csv, "--censored", "none").err()).isEmpty();
        assertThat(rows("kaplan-meier,,,median").get(0)).contains(",3,3,,");
        assertThat(rows("aalen-johansen,,2,median")).hasSize(1);
    }

    /** Requests of trained agents take half as long; half of the channels are chats, which make no difference. */
    @Test
    void covariatesOfNumbersAndWordsAreRegressedOn() throws IOException {
        Random random = new Random(2);
        StringBuilder csv = new StringBuilder("days,end,trained,channel\n");
        for (int i = 0; i < 400; i++) {
            double days = (i % 2 == 0 ? 10 : 5) * -Math.log(1 - random.nextDouble());
            csv.append("%.4f,%d,%d,%s%n".formatted(days, i % 5 == 0 ? 0 : 1, i % 2, i % 4 < 2 ? "mail" : "chat"));
        }
        csv.append("3,1,,chat\n");
        run(csv.toString(), "--covariates", "trained,channel");
        List<String> cox = rows("cox,,,");
        assertThat(cox)
                .extracting(line -> line.split(",")[3])
                .containsExactly("trained", "channel=mail", "log-likelihood", "aic");
        assertThat(Double.parseDouble(cox.get(0).split(",")[5])).isBetween(0.4, 1.0);
        assertThat(cox.get(0))
                .endsWith(",400,320," + cox.get(0).split(",")[13] + ",1 rows lack a covariate and are left out");
        assertThat(Double.parseDouble(rows("weibull-aft,,,trained").get(0).split(",")[5]))
                .isBetween(-1.0, -0.4);
        assertThat(rows("log-normal-aft,,,log(scale)")).hasSize(1);
    }

    /** Each agent's requests stand there three times: errors by row are too small by a root of three, errors by agent are not. */
    @Test
    void whatEndsAlikeWithinAClusterCountsOnce() throws IOException {
        Random random = new Random(3);
        StringBuilder once = new StringBuilder("days,end,trained,agent\n");
        StringBuilder thrice = new StringBuilder(once);
        for (int i = 0; i < 60; i++) {
            String row = "%.4f,1,%d,a%d%n".formatted(5 - 5 * Math.log(1 - random.nextDouble()), i % 2, i);
            once.append(row);
            thrice.append(row.repeat(3));
        }
        run(once.toString(), "--covariates", "trained", "--cluster", "agent");
        double alone = error();
        run(thrice.toString(), "--covariates", "trained");
        double byRow = error();
        run(thrice.toString(), "--covariates", "trained", "--cluster", "agent");

        assertThat(error()).isBetween(0.95 * alone, 1.05 * alone).isBetween(1.5 * byRow, 2 * byRow);
        assertThat(rows("cox,,,trained").get(0)).endsWith(",errors by 60 clusters");
        assertThat(run(FIVE, "--cluster", "end").err()).contains("Invalid --cluster end: it needs --covariates");
    }

    private double error() throws IOException {
        return Double.parseDouble(rows("cox,,,trained").get(0).split(",")[6]);
    }

    /** The covariate matters in the first half only. */
    @Test
    void anEffectThatPassesIsSeenByTheTestOfProportionality() throws IOException {
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder("days,end,urgent,vip\n");
        for (int i = 0; i < 600; i++) {
            double early = -Math.log(1 - random.nextDouble()) / (i % 2 == 0 ? 0.2 : 1);
            double days = early < 1 ? early : 1 - Math.log(1 - random.nextDouble());
            csv.append("%.5f,1,%d,%d%n".formatted(days, i % 2, random.nextInt(2)));
        }
        run(csv.toString(), "--covariates", "urgent,vip");

        assertThat(p("cox-proportionality,,,urgent,")).isLessThan(1e-6);
        assertThat(p("cox-proportionality,,,vip,")).isGreaterThan(0.05);
        assertThat(p("cox-proportionality,,,,")).isLessThan(1e-6);
    }

    private double p(String start) throws IOException {
        return Double.parseDouble(rows(start).get(0).split(",")[13]);
    }

    @Test
    void saysWhichTimesCannotBe() throws IOException {
        AnalyzeRun run = run("days,end,since\n-1,1,\n,0,\nsoon,1,\n2,1,2\n", "--entry", "since");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "line 2, days: '-1' must be at least 0; an end before the beginning is an error of the source")
                .contains("line 3, days: '' must not be empty")
                .contains("line 4, days: 'soon' must be a number")
                .contains("line 5, since: '2' must be before the time");
        assertThat(run(FIVE, "--strata", "end").err()).contains("Invalid --strata end: it needs --group");
    }
}
