package org.kvartal.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.TinyProject.Outcome;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.trace.Trace;
import org.kvartal.reports.trace.TraceRegistry;
import org.kvartal.reports.trace.TraceStep;
import org.kvartal.reports.trace.TracedTable;

import static org.assertj.core.api.Assertions.assertThat;

/** From what a whole night prints back to what it was made of. */
class TraceTest {
    private static final Pattern PRINTED =
            Pattern.compile("<data class=\"fact\" value=\"([^\"]*)\"[^>]* data-code=\"([^\"]*)\">");
    private static final Path OUTPUT = UndisturbedNight.PROJECT.output();
    private static final Path RELEASE = UndisturbedNight.PROJECT.release();

    private static TraceRegistry registry;
    private static Datasets datasets;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() {
        registry = TraceRegistry.read(RELEASE).orElseThrow();
        datasets = Datasets.open(RELEASE.resolve("data"));
    }

    @AfterAll
    static void close() {
        datasets.close();
    }

    /** Every number of every section and page: its statement, run on the published tables, gives it again. */
    @Test
    void everyPrintedNumberIsGivenAgainByItsStatement() {
        assertThat(registry.traces()).hasSizeGreaterThan(200);
        assertThat(registry.traces())
                .allSatisfy(trace ->
                        assertThat(trace.isGivenBy(datasets)).as(trace.sql()).isTrue());
    }

    @Test
    void everyCodeOnAPageIsKeptWithTheValueBesideIt() {
        Map<String, Trace> traces = registry.byCode();
        List<String> codes = pages().flatMap(page -> PRINTED.matcher(page).results())
                .map(found -> {
                    Trace trace = traces.get(found.group(2));
                    assertThat(trace).as(found.group(2)).isNotNull();
                    assertThat(found.group(1)).isEqualTo(isWords(trace) ? "" : trace.value());
                    return found.group(2);
                })
                .distinct()
                .toList();
        assertThat(codes).hasSizeGreaterThan(200);
    }

    private static boolean isWords(Trace trace) {
        return trace.kind() == Trace.Kind.WORDS || trace.kind() == Trace.Kind.PHRASE;
    }

    private static Stream<String> pages() {
        try (Stream<Path> files = Files.walk(RELEASE.resolve("report"))) {
            return files.filter(file -> file.toString().endsWith(".html")).map(TraceTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyWayToTheSourceCanBeGone() {
        assertThat(registry.traces())
                .allSatisfy(trace ->
                        assertThat(TraceStep.of(trace, registry, datasets)).isNotEmpty());
        for (TracedTable table : registry.tables()) {
            if (table.drill() != null) {
                datasets.row("select count(*) from (" + table.drill().behind("select * from " + table.table()) + ")");
            }
        }
    }

    /** The sixteen deals won, less the one whose row was broken, as the CRM has them. */
    @Test
    void bookingsLeadToTheDealsThatWereWon() {
        Trace bookings = registry.traces().stream()
                .filter(trace -> trace.table().equals("mart.bookings_by_month")
                        && !trace.filter().isEmpty())
                .findFirst()
                .orElseThrow();

        List<TraceStep> steps = TraceStep.of(bookings, registry, datasets);

        assertThat(steps)
                .extracting(step -> step.table().table())
                .containsExactly("mart.bookings_by_month", "mart.opportunities_as_of", "crm.opportunities");
        TraceStep deals = steps.get(2);
        assertThat(datasets.row("select sum(amount), count(*) from (" + deals.sql() + ")"))
                .isEqualTo(datasets.row(
                        "select sum(won_amount), sum(won_count)::bigint from (" + bookings.rowsSql() + ")"));
    }

    private static Trace trace(String table) {
        return registry.traces().stream()
                .filter(trace -> trace.table().equals(table) && trace.rows() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static Outcome tracing(String... options) {
        String[] verb = {"trace", "--out", OUTPUT.toString()};
        return TinyProject.run(
                Stream.concat(Stream.of(verb), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void tellsFormulaFilterRunSnapshotsAndRows() throws IOException {
        Trace won = trace("mart.closed_by_month");
        Path rows = folder.resolve("won.csv");

        Outcome outcome = tracing(won.code().toLowerCase(), "--limit", "2", "--rows", rows.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(
                        "formula     " + won.measure(),
                        "statement   " + won.sql(),
                        "checked     the statement gives the printed value",
                        "run         2024-06-30.1, as of 2024-06-30, kvartal ",
                        " of mart.closed_by_month @ ",
                        " of crm.opportunities @ ",
                        "First rows of crm.opportunities",
                        "(2 rows)");
        TraceStep last = TraceStep.of(won, registry, datasets).get(2);
        assertThat(Files.readAllLines(rows)).hasSize((int) last.rows() + 1);
        assertThat(outcome.out()).endsWith(last.rows() + " rows of crm.opportunities written to " + rows + "\n");
    }

    @Test
    void writesTheValueInALanguageAndTheRowsAsParquet() {
        Trace won = trace("mart.bookings_by_month");
        Path rows = folder.resolve("won.parquet");

        Outcome outcome = tracing(won.code(), "--lang", "fa", "--limit", "0", "--rows", rows.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).containsPattern("[۰-۹]").doesNotContain("First rows");
        assertThat(rows).isNotEmptyFile();
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        String code = registry.traces().get(0).code();
        Outcome outcome = tracing(code.substring(1));

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("kvartal: Invalid CODE: the report as of 2024-06-30 prints no number with the code ")
                .contains(code);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(tracing("173S2C", "--limit", "-1"))
                .isEqualTo(new Outcome(3, "", "kvartal: Invalid --limit: -1 must be at least 0\n"));
        assertThat(tracing("173S2C", "--rows", "rows.xlsx"))
                .isEqualTo(new Outcome(3, "", "kvartal: Invalid --rows: 'rows.xlsx' must end in .csv or .parquet\n"));
        assertThat(tracing("173S2C", "--as-of", "2020-01-01").exitCode()).isEqualTo(3);
    }
}
