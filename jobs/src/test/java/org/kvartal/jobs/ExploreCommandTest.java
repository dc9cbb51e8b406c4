package org.kvartal.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The shell on a night's release, in a process of its own as users have it. */
class ExploreCommandTest {
    @TempDir
    Path folder;

    private record Ended(int exitCode, String out, String err) {}

    private Ended explore(String typed, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "explore",
                "--out",
                UndisturbedNight.PROJECT.output().toString(),
                "--charts",
                folder.resolve("charts").toString()));
        command.addAll(List.of(options));
        Path err = folder.resolve("err.txt");
        Process process = OwnProcess.of(command.toArray(String[]::new))
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    private Ended script(String text) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("question.jsh"), text);
        return explore("", "--script", script.toString());
    }

    @Test
    void runsAScriptOnTablesAndWritesItsCharts() throws IOException, InterruptedException {
        Ended ended = script("""
                // Which months were won?
                var won = sql(\"""
                        select month, sum(won_amount) as won_amount from mart.bookings_by_month
                        group by month order by month\""");
                System.out.println(won.rowCount() == table("mart.bookings_by_month").dateColumn("month").unique().size());
                System.out.println(value("select sum(won_amount) from mart.bookings_by_month"));
                System.out.println(mart.bookings_by_month().doubleColumn("won_amount").sum());
                System.out.println(tables().stringColumn("table").contains("mart.bookings_by_month"));
                System.out.println(columns("mart.bookings_by_month").stringColumn("unit").contains("project currency"));
                System.out.println(chart("Won by month", won, "month", "won_amount").getFileName());
                """);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).isEqualTo("true\n1848.00\n1848.0\ntrue\ntrue\nwon_amount-1.html\n");
        assertThat(folder.resolve("charts/won_amount-1.html")).content().contains("Won by month", "<svg");
        assertThat(folder.resolve("charts/won_amount-1.svg")).content().startsWith("<svg");
    }

    @Test
    void namesTheLineAtWhichAScriptFails() throws IOException, InterruptedException {
        Ended ended = script("int one = 1;\n\nvar lost = table(\"mart.lost\");\n");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err())
                .isEqualTo("kvartal: " + folder.resolve("question.jsh")
                        + ":3: Cannot read table mart.lost: there is none; tables() lists them\n");
        assertThat(script("int one = \"1\";\n").err()).contains("question.jsh:1: incompatible types");
    }

    @Test
    void talksWithWhoeverTypes() throws IOException, InterruptedException {
        Ended ended = explore("crm.opportunities().rowCount()\n/exit\n");
        assertThat(ended.err()).contains("The release of 2024-06-30, run 2024-06-30.1. Try:", "tables()");
        assertThat(ended.out()).contains("$1 ==> 48");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void refusesAScriptThatIsNotThere() {
        Path missing = folder.resolve("missing.jsh");
        TinyProject.Outcome outcome = TinyProject.run(
                "explore", "--out", UndisturbedNight.PROJECT.output().toString(), "--script", missing.toString());
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("kvartal: Cannot read " + missing + ": there is no such file\n");
    }
}
