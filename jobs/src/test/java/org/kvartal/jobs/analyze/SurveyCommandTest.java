package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.Main;

import static org.assertj.core.api.Assertions.assertThat;

class SurveyCommandTest {
    @TempDir
    private Path folder;

    private String err = "";

    /** 16 promoters, 8 passives, 9 detractors of 66 asked: the second case of the published scores. */
    @Test
    void showsTheScoreAndWhoAnswered() throws IOException {
        String answers = "answer\n" + "10\n".repeat(16) + "8\n".repeat(8) + "3\n".repeat(9) + "\"\"\n".repeat(33);

        assertThat(run(answers, "--scale", "nps").subList(0, 2))
                .containsExactly("group,measure,estimate,lo95,hi95,n,note", line("response-rate,0.5,", answers, 1));
        assertThat(run(answers, "--scale", "nps").get(2))
                .startsWith(",nps,0.212121212121,-0.07588")
                .endsWith(",33,");
        assertThat(run(answers, "--scale", "nps").get(3)).startsWith(",nps-adjusted,0.194444444444,-0.07852");
    }

    private String line(String start, String answers, int number) throws IOException {
        String line = run(answers, "--scale", "nps").get(number);
        assertThat(line).startsWith("," + start).endsWith(",66,");
        return line;
    }

    /** 15 of 148: Wilson's 0.0624 to 0.1605, and the exact 0.0578 to 0.1617. */
    @Test
    void showsTheShareOfTheContent() throws IOException {
        List<String> lines = run("answer\n" + "5\n".repeat(15) + "2\n".repeat(133), "--scale", "csat");

        assertThat(lines.get(2)).startsWith(",csat,0.101351351351,0.062386").endsWith(",148,");
        assertThat(lines.get(3)).startsWith(",csat-exact,0.101351351351,0.057844");
    }

    @Test
    void hidesSmallGroups() throws IOException {
        List<String> lines =
                run("answer,team\n" + "5,A\n".repeat(30) + "1,B\n".repeat(29), "--scale", "csat", "--group", "team");

        assertThat(lines).contains("B,csat,,,,29,too few answers; 30 would be enough");
        assertThat(lines.stream().filter(line -> line.startsWith("A,csat,1,"))).hasSize(1);
    }

    @Test
    void refusesAnswersOffTheScale() throws IOException {
        assertThat(run("answer\n0\n6\n4.5\n", "--scale", "csat")).isEmpty();
        assertThat(err)
                .contains(
                        "line 2, answer: '0' must be a whole number from 1 to 5",
                        "line 3, answer: '6' must be",
                        "line 4, answer: '4.5' must be");
        assertThat(run("answer\n1\n", "--scale", "stars")).isEmpty();
        assertThat(err).contains("Invalid --scale stars: it must be nps or csat");
    }

    private List<String> run(String csv, String... options) throws IOException {
        Path out = folder.resolve("out.csv");
        Files.deleteIfExists(out);
        Path input = Files.writeString(folder.resolve("in.csv"), csv);
        List<String> arguments = new ArrayList<>(List.of(
                "analyze", "survey", "--input", input.toString(), "--answer", "answer", "--out", out.toString()));
        arguments.addAll(List.of(options));
        StringWriter text = new StringWriter();
        Main.run(arguments.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(text, true));
        err = text.toString();
        return Files.exists(out) ? Files.readAllLines(out) : List.of();
    }
}
