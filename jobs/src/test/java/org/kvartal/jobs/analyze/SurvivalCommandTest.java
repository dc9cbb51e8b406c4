package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.Main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class SurvivalCommandTest {
    @TempDir
    private Path folder;

    private String err = "";

    /** Ends at 2, 4, 4 and 8, two still going on at 3 and 9: 5/6 after 2, 5/12 after 4, 5/24 after 8. */
    @Test
    void countsWhatHasNotEnded() throws IOException {
        List<String> lines =
                lines(3 + 3, "days,over\n2,1\n3,0\n4,true\n4,1\n8,1\n9,\n", "--time", "days", "--event", "over");

        assertThat(lines.get(0)).isEqualTo("measure,group,end,time,estimate,lo95,hi95,n,events,note");
        assertThat(lines.get(1)).startsWith("median,,,,4,").endsWith(",6,4,");
        assertThat(lines.get(2)).startsWith("p90,,,,,").endsWith(",6,4,not reached");
        assertThat(lines.get(3)).startsWith("survival,,,2,0.833333333333,");
        assertThat(lines.get(4)).startsWith("survival,,,4,0.416666666667,");
        assertThat(lines.get(5)).startsWith("survival,,,8,0.208333333333,");
    }

    @Test
    void waysToEndCompete() throws IOException {
        List<String> lines =
                lines(3 + 3 + 6, "days,how\n1,won\n2,lost\n3,won\n4,0\n", "--time", "days", "--event", "how");

        assertThat(lines.stream().filter(line -> line.startsWith("incidence,,lost,3,0.25,")))
                .hasSize(1);
        assertThat(lines.stream().filter(line -> line.startsWith("incidence,,won,3,0.5,")))
                .hasSize(1);
    }

    /** R's package survival: medians 270 [212, 310] and 426 [348, 550], chi-square 10.326742. */
    @Test
    void reproducesTheLungCancerTrial() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../shared");
        Path lung = Path.of(setting, "data", "methods", "survival_lung", "lung.csv");
        assumeTrue(Files.exists(lung), () -> "shared data absent: " + lung);
        List<String> lines = run(lung, "--time", "time", "--event", "status", "--group", "sex");

        assertThat(err).contains("status holds 1 and 2 only: 2 is read as ended, 1 as still going on");
        assertThat(lines.get(1))
                .startsWith("log-rank,,,,10.3267")
                .contains(",228,165,\"1 degrees of freedom, p 0.00131");
        assertThat(lines).contains("median,1,,,270,212,310,138,112,", "median,2,,,426,348,550,90,53,");
    }

    @Test
    void refusesTimesBeforeTheStart() throws IOException {
        assertThat(lines(0, "days,over\n-1,1\nx,1\n", "--time", "days", "--event", "over"))
                .isEmpty();
        assertThat(err).contains("line 2, days: '-1' must be at least 0", "line 3, days: 'x' must be a number");
    }

    private List<String> lines(int count, String csv, String... options) throws IOException {
        List<String> lines = run(Files.writeString(folder.resolve("in.csv"), csv), options);
        assertThat(lines).hasSize(count);
        return lines;
    }

    private List<String> run(Path input, String... options) throws IOException {
        Path out = folder.resolve("out.csv");
        List<String> arguments =
                new ArrayList<>(List.of("analyze", "survival", "--input", input.toString(), "--out", out.toString()));
        arguments.addAll(List.of(options));
        StringWriter text = new StringWriter();
        Main.run(arguments.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(text, true));
        err = text.toString();
        return Files.exists(out) ? Files.readAllLines(out) : List.of();
    }
}
