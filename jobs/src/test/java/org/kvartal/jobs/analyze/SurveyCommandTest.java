package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SurveyCommandTest {
    private final StringBuilder csv = new StringBuilder();

    @TempDir
    private Path folder;

    @BeforeEach
    void names() {
        csv.setLength(0);
        csv.append("team,customer,stars,recommend,solved\n");
    }

    private void answers(int count, String team, String cells) {
        for (int i = 0; i < count; i++) {
            csv.append("%s,%s%d,%s%n".formatted(team, team, i, cells));
        }
    }

    private AnalyzeRun run(String... more) throws IOException {
        Path input = Files.writeString(folder.resolve("in.csv"), csv);
        return AnalyzeRun.of(Stream.concat(
                        Stream.of("survey", "--input", input, "--out", folder.resolve("out.csv")), Stream.of(more))
                .toArray());
    }

    private List<String> rows(String start) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0))
                .isEqualTo("question,group,compared_with,measure,method,estimate,lo95,hi95,n,design_effect,note");
        return lines.stream().filter(line -> line.startsWith(start)).toList();
    }

    /** Shares of Newcombe (1998) and a score of Rocks (2016). */
    @Test
    void sharesAndScoresHaveThePublishedIntervals() throws IOException {
        answers(81, "a", ",,1");
        answers(182, "a", ",,0");
        answers(60, "a", ",10,");
        answers(25, "a", ",7,");
        answers(15, "a", ",0,");
        assertThat(run("--nps", "recommend", "--yes-no", "solved").err()).isEmpty();
        assertThat(rows("solved,,,share,wilson,0.307984790875,0.255288519878,0.366209576983,263,1,"))
                .hasSize(1);
        assertThat(rows("solved,,,share,clopper-pearson,0.307984790875,0.25273"))
                .hasSize(1);
        assertThat(rows("recommend,,,nps,adjusted-wald,0.436893203883,0.293431"))
                .hasSize(1);
        assertThat(rows("recommend,,,nps,wald,0.45,0.304975908749,0.595024091251,100,1,"))
                .hasSize(1);
        assertThat(rows("recommend,,,non-response-rate,wilson,0.724517906336,"))
                .singleElement()
                .asString()
                .endsWith(",363,1,n counts those asked");
    }

    @Test
    void ratingsHaveAMeanAndAShareOfTheSatisfied() throws IOException {
        answers(20, "a", "5,,");
        answers(12, "a", "3,,");
        answers(8, "b", "4,,");
        answers(8, "b", "2,,");
        run("--rating", "stars", "--group", "team", "--compare-with", "a");
        assertThat(rows("stars,a,,mean,t,4.25,")).hasSize(1);
        assertThat(rows("stars,b,,mean,bca-bootstrap,3,2.5,3.5,16,1,")).hasSize(1);
        assertThat(rows("stars,a,,top-box,wilson,0.625,")).hasSize(1);
        assertThat(rows("stars,b,a,mean,welch,-1.25,")).hasSize(1);
        assertThat(rows("stars,b,a,top-box,newcombe,-0.125,")).hasSize(1);
        run("--rating", "stars", "--top", "5");
        assertThat(rows("stars,,,top-box,wilson,0.416666666667,"))
                .singleElement()
                .asString()
                .endsWith("answers from 5");
    }

    @Test
    void smallGroupsAreHiddenAlsoUnderSubtraction() throws IOException {
        answers(2, "a", "5,,");
        answers(7, "b", "4,,");
        answers(30, "c", "4,,");
        run("--rating", "stars", "--group", "team");
        assertThat(rows("stars,a,"))
                .containsExactly("stars,a,,hidden,,,,,,,"
                        + "\"hidden: fewer than 5 persons answered, or the group could be had by subtraction\"");
        assertThat(rows("stars,b,")).singleElement().asString().contains(",hidden,");
        assertThat(rows("stars,c,")).hasSize(4);
        assertThat(rows("stars,,,mean,")).hasSize(1);
        run("--rating", "stars", "--group", "team", "--minimum", "1");
        assertThat(rows("stars,a,,top-box,")).hasSize(2);
    }

    @Test
    void onePersonWhoAnswersOftenIsOne() throws IOException {
        for (int i = 0; i < 12; i++) {
            csv.append("a,same,5,,\n");
        }
        answers(3, "b", "4,,");
        run("--rating", "stars", "--respondent", "customer");
        assertThat(rows("stars,")).singleElement().asString().contains(",hidden,");
    }

    @Test
    void answersOfOneCustomerAreWorthFewer() throws IOException {
        for (int customer = 0; customer < 20; customer++) {
            for (int i = 0; i < 5; i++) {
                csv.append("a,c%d,,,%d%n".formatted(customer, customer % 2));
            }
        }
        run("--yes-no", "solved", "--cluster", "customer");
        assertThat(rows("solved,,,share,wilson,0.5,0.299298008198,0.700701991802,100,5,"))
                .as("as 10 of 20")
                .hasSize(1);
    }

    @Test
    void aScoreOfFewIsNotShown() throws IOException {
        answers(12, "a", ",10,");
        run("--nps", "recommend");
        assertThat(rows("recommend,,,nps,"))
                .containsExactly("recommend,,,nps,adjusted-wald,,,,12,1,not shown: 12 answers; 30 would be enough");
    }

    @Test
    void saysWhichAnswersCannotBe() throws IOException {
        answers(1, "a", "6,11,maybe");
        AnalyzeRun run = run("--rating", "stars", "--nps", "recommend", "--yes-no", "solved");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("line 2, stars: '6' must be a whole number from 1 to 5")
                .contains("line 2, recommend: '11' must be a whole number from 0 to 10")
                .contains("line 2, solved: 'maybe' must be true, false, 1 or 0");
        assertThat(run().err()).contains("Cannot analyze a survey without a question");
        assertThat(run("--nps", "recommend", "--minimum", "0").err()).contains("Invalid --minimum 0");
    }
}
