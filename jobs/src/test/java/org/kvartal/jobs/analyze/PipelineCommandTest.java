package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PipelineCommandTest {
    private static final SampleCrm CRM = SampleCrm.of(640);
    private static final String LAST_MOMENT = PipelineRun.AS_OF + "T23:59:59";
    private static final List<String> TIMES = List.of("created_at", "changed_at");

    @TempDir
    static Path first;

    @TempDir
    Path folder;

    private static PipelineRun usual;

    @BeforeAll
    static void runOnTheFilesAsTheyAre() throws IOException {
        usual = PipelineRun.of(first, CRM);
        assertThat(usual.err()).contains("Hazards by everything on record");
        assertThat(usual.exitCode()).isZero();
    }

    @Test
    void writesOneRowWithAscendingQuantiles() {
        List<String> lines = usual.forecast().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("as_of,until,p5,p10,p25,p50,p75,p90,p95,mean");
        String[] cells = lines.get(1).split(",");
        List<BigDecimal> amounts =
                Arrays.stream(cells).skip(2).map(BigDecimal::new).toList();

        assertThat(cells).startsWith(PipelineRun.AS_OF, PipelineRun.UNTIL);
        assertThat(amounts.subList(0, 7)).isSorted().doesNotHaveDuplicates();
        assertThat(amounts.get(7)).isBetween(amounts.get(1), amounts.get(5));
    }

    @Test
    void writesARowForEveryDealOpenAtTheEndOfTheDay() {
        List<String> open = CRM.opportunities().rows().stream()
                .filter(row -> isKnown(row.get("created_at")))
                .filter(row -> row.get("is_closed").equals("false")
                        || row.get("close_date").compareTo(PipelineRun.AS_OF) > 0)
                .map(row -> row.get("opportunity_id"))
                .toList();
        List<String> lines = usual.deals().lines().toList();

        assertThat(lines.get(0)).isEqualTo("opportunity_id,p_win_in_period,p_win_ever,expected_days");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[0])).containsExactlyInAnyOrderElementsOf(open);
        assertThat(lines.stream().skip(1)).allSatisfy(line -> {
            String[] cells = line.split(",", -1);
            assertThat(Double.parseDouble(cells[1])).isBetween(0.0, Double.parseDouble(cells[2]));
            assertThat(Double.parseDouble(cells[2])).isLessThanOrEqualTo(1);
        });
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[1]).distinct())
                .hasSizeGreaterThan(20);
    }

    @Test
    void nothingThatHappenedLaterMovesADigit() throws IOException {
        SampleCrm deleted = new SampleCrm(
                CRM.opportunities().where(row -> isKnown(row.get("created_at"))),
                CRM.history().where(row -> isKnown(row.get("changed_at"))),
                CRM.changes().where(row -> isKnown(row.get("changed_at"))),
                CRM.accounts());
        SampleCrm scrambled = new SampleCrm(
                CRM.opportunities().each(PipelineCommandTest::endOtherwise).and(newDeals()),
                CRM.history().each(row -> scramble(row, "from_stage", "to_stage")),
                CRM.changes().each(row -> scramble(row, "old_value", "new_value")),
                CRM.accounts());

        assertThat(deleted.history().rows())
                .hasSizeLessThan(CRM.history().rows().size() - 20);
        assertThat(scrambled
                        .opportunities()
                        .where(row -> row.get("stage").equals("Elsewhere"))
                        .rows())
                .hasSizeGreaterThan(20);
        assertThat(PipelineRun.of(folder, deleted).outputs()).isEqualTo(usual.outputs());
        assertThat(PipelineRun.of(folder, scrambled).outputs()).isEqualTo(usual.outputs());
    }

    @Test
    void whatIsKnownMovesDigits() throws IOException {
        SampleCrm other = new SampleCrm(
                CRM.opportunities(),
                CRM.history().where(row -> row.get("changed_at").compareTo("2023-09-01") < 0),
                CRM.changes(),
                CRM.accounts());

        assertThat(PipelineRun.of(folder, other).forecast()).isNotEqualTo(usual.forecast());
    }

    private static void endOtherwise(Map<String, String> row) {
        if (!isKnown(row.get("created_at"))) {
            row.put("amount", "1.00");
            row.put("segment", "Unheard of");
        } else if (row.get("is_closed").equals("true") && row.get("close_date").compareTo(PipelineRun.AS_OF) > 0) {
            row.put("is_won", row.get("is_won").equals("true") ? "0" : "1");
            row.put("stage", "Elsewhere");
            row.put("amount", "98765432.10");
            row.put("close_date", "2024-02-29");
            row.put("lost_reason", "");
        }
    }

    private static Sheet newDeals() {
        return CRM.opportunities().first(50).each(row -> {
            row.put("opportunity_id", "N" + row.get("opportunity_id"));
            row.put("created_at", "2023-10-01T00:00:00");
            row.put("is_closed", "true");
            row.put("is_won", "true");
            row.put("amount", "5000000");
            row.put("close_date", "2023-10-02");
        });
    }

    private static void scramble(Map<String, String> row, String before, String after) {
        if (!isKnown(row.get("changed_at"))) {
            String old = row.get(before);
            row.put(before, row.get(after));
            row.put(after, old);
            row.put("changed_at", "2023-10-01T00:00:00");
        }
    }

    private static boolean isKnown(String time) {
        return time.compareTo(LAST_MOMENT) <= 0;
    }

    @Test
    void refusesTwelveClosedDealsAndTellsHowManyWouldDo() throws IOException {
        Sheet closed = CRM.opportunities()
                .where(row -> row.get("is_closed").equals("true"))
                .where(row -> row.get("close_date").compareTo(PipelineRun.AS_OF) <= 0)
                .first(12);
        PipelineRun run = PipelineRun.of(folder, new SampleCrm(closed, CRM.history(), CRM.changes(), CRM.accounts()));

        long won = closed.rows().stream()
                .filter(row -> row.get("is_won").equals("true"))
                .count();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("""
                kvartal: Cannot forecast %s: Not enough data: 12 closed deals (%d won), 40 needed of which 10 won.
                """.formatted(folder.resolve("opportunities.csv"), won));
        assertThat(run.leftNothing()).isTrue();
    }

    @Test
    void takesColumnsItDoesNotKnowAndRefusesThoseWrittenAtClosing() throws IOException {
        Sheet more = CRM.opportunities().each(row -> {
            String number = row.get("opportunity_id").substring(1);
            row.put("Bemerkung für später", "no " + number);
            row.put("empty", "");
            row.put("constant", "x");
        });
        PipelineRun run = PipelineRun.of(folder, new SampleCrm(more, CRM.history(), CRM.changes(), CRM.accounts()));

        assertThat(run.outputs()).isEqualTo(usual.outputs());
        assertThat(run.err())
                .contains(
                        "kvartal: Column lost_reason is not used: it is filled in for one outcome more often than for another.",
                        "kvartal: Column constant is not used: it has one value only.",
                        "kvartal: Column Bemerkung für später is not used: nearly every deal has a value of its own.");
    }

    @Test
    void aColumnOfTheAccountIsUsedUnlessTheDealHasItToo() throws IOException {
        Sheet withIndustry = CRM.opportunities()
                .each(row -> row.put(
                        "industry",
                        Integer.parseInt(row.get("account_id").substring(1)) % 3 == 0 ? "Energy" : "Retail"));
        Sheet misled = CRM.accounts().each(row -> row.put("industry", "Wrong"));

        assertThat(PipelineRun.of(folder, new SampleCrm(withIndustry, CRM.history(), CRM.changes(), misled))
                        .outputs())
                .isEqualTo(usual.outputs());
        assertThat(PipelineRun.of(folder, new SampleCrm(CRM.opportunities(), CRM.history(), CRM.changes(), misled))
                        .outputs())
                .isNotEqualTo(usual.outputs());
    }

    @Test
    void readsFlagsAsWordsOrDigits() throws IOException {
        Sheet digits = CRM.opportunities().each(row -> {
            row.put("is_closed", row.get("is_closed").equals("true") ? "1" : "0");
            row.put("is_won", row.get("is_won").equals("true") ? "1" : "0");
        });

        assertThat(PipelineRun.of(folder, new SampleCrm(digits, CRM.history(), CRM.changes(), CRM.accounts()))
                        .outputs())
                .isEqualTo(usual.outputs());
    }

    @Test
    void readsTimesWithAZoneInTheZoneInWhichDaysEnd() throws IOException {
        ZoneId zone = ZoneId.of("America/New_York");
        SampleCrm zoned = timesWritten(time -> LocalDateTime.parse(time)
                .atZone(zone)
                .withZoneSameInstant(ZoneId.of("Asia/Tehran"))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));

        assertThat(zoned.opportunities().rows().get(0).get("created_at")).isEqualTo("2022-01-01T16:30:00+03:30");
        assertThat(PipelineRun.of(folder, zoned, "--time-zone", zone.getId()).outputs())
                .isEqualTo(usual.outputs());
    }

    @Test
    void readsDatesWithoutATime() throws IOException {
        SampleCrm days = timesWritten(time -> time.substring(0, 10));

        assertThat(PipelineRun.of(folder, days).outputs()).isEqualTo(usual.outputs());
    }

    @Test
    void readsTimesWithABlankAndInUtc() throws IOException {
        assertThat(PipelineRun.of(folder, timesWritten(time -> time.replace('T', ' ')))
                        .outputs())
                .isEqualTo(usual.outputs());
        assertThat(PipelineRun.of(folder, timesWritten(time -> time + ".250Z")).outputs())
                .isEqualTo(usual.outputs());
    }

    private static SampleCrm timesWritten(UnaryOperator<String> writing) {
        return new SampleCrm(
                CRM.opportunities().each(row -> rewrite(row, writing)),
                CRM.history().each(row -> rewrite(row, writing)),
                CRM.changes().each(row -> rewrite(row, writing)),
                CRM.accounts());
    }

    private static void rewrite(Map<String, String> row, UnaryOperator<String> writing) {
        TIMES.forEach(column -> row.computeIfPresent(column, (name, time) -> writing.apply(time)));
    }

    @Test
    void readsColumnsByTheNamesTheyHaveInTheFiles() throws IOException {
        SampleCrm renamed = new SampleCrm(
                CRM.opportunities()
                        .renamed("amount", "Value")
                        .renamed("opportunity_id", "Deal No")
                        .renamed("close_date", "Closing"),
                CRM.history().renamed("opportunity_id", "Deal No"),
                CRM.changes()
                        .renamed("opportunity_id", "Deal No")
                        .each(row -> row.put("field", row.get("field").equals("amount") ? "Value" : "Closing")),
                CRM.accounts());

        assertThat(PipelineRun.of(
                                folder,
                                renamed,
                                "--column",
                                "amount=Value",
                                "--column",
                                "opportunity_id=Deal No",
                                "--column",
                                "close_date=Closing")
                        .outputs())
                .isEqualTo(usual.outputs());
    }

    @Test
    void readsPackedCsvAndParquetToTheSameDigits() throws IOException, SQLException {
        List<String> packed = List.of(
                "--opportunities",
                        CRM.opportunities().pack(folder.resolve("o.csv.gz")).toString(),
                "--history", CRM.history().pack(folder.resolve("h.csv.gz")).toString(),
                "--changes", CRM.changes().pack(folder.resolve("c.csv.gz")).toString(),
                "--accounts", CRM.accounts().pack(folder.resolve("a.csv.gz")).toString());
        assertThat(PipelineRun.of(folder, packed).outputs()).isEqualTo(usual.outputs());

        List<String> typed = List.of(
                "--opportunities", parquet("o", CRM.opportunities()),
                "--history", parquet("h", CRM.history()),
                "--changes", parquet("c", CRM.changes()),
                "--accounts", parquet("a", CRM.accounts()));
        assertThat(PipelineRun.of(folder, typed).outputs()).isEqualTo(usual.outputs());
    }

    /** With types as DuckDB finds them: flags, timestamps, dates, and amounts as doubles. */
    private String parquet(String name, Sheet sheet) throws IOException, SQLException {
        Path csv = sheet.write(folder.resolve(name + ".csv"));
        Path parquet = folder.resolve(name + ".parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "copy (from read_csv('%s', header = true)) to '%s' (format parquet)".formatted(csv, parquet));
        }
        return parquet.toString();
    }

    @Test
    void tellsEveryDefectOfAFileWithLineColumnAndValue() throws IOException {
        Map<String, String> closed = CRM.opportunities()
                .where(row -> row.get("is_closed").equals("true"))
                .rows()
                .get(0);
        Sheet bad = CRM.opportunities()
                .row(0, row -> row.put("amount", "12 apples"))
                .row(1, row -> row.put("is_won", "maybe"))
                .row(2, row -> row.put("opportunity_id", "D0001"))
                .row(3, row -> {
                    row.putAll(closed);
                    row.put("opportunity_id", "D0003");
                    row.put("is_closed", "true");
                    row.put("is_won", "false");
                    row.put("created_at", "2022-05-02T08:00:00");
                    row.put("close_date", "2022-05-01");
                })
                .row(4, row -> row.put("created_at", "02.05.2022"))
                .row(5, row -> row.put("opportunity_id", ""));
        PipelineRun run = PipelineRun.of(folder, new SampleCrm(bad, CRM.history(), CRM.changes(), CRM.accounts()));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("""
                kvartal: Invalid rows in %s; correct or remove them:
                  line 2, amount: '12 apples' must be a number with a point for decimals, as 1234.50
                  line 3, is_won: 'maybe' must be true, false, 1 or 0
                  line 4, opportunity_id: 'D0001' must not be there twice
                  line 5, close_date: '2022-05-01' must not be before created_at, 2022-05-02
                  line 6, created_at: '02.05.2022' must be a date or time as ISO 8601 writes it, as 2026-03-31 or 2026-03-31T16:50:00Z
                  line 7, opportunity_id: '' must not be empty
                """.formatted(folder.resolve("opportunities.csv")));
        assertThat(run.leftNothing()).isTrue();
    }

    @Test
    void tellsDefectsOfChanges() throws IOException {
        int promise = indexOfChange("close_date");
        int amount = indexOfChange("amount");
        Sheet bad = CRM.changes()
                .row(promise, row -> row.put("new_value", "soon"))
                .row(amount, row -> row.put("old_value", "1,5".replace(',', ';')));
        PipelineRun run =
                PipelineRun.of(folder, new SampleCrm(CRM.opportunities(), CRM.history(), bad, CRM.accounts()));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("kvartal: Invalid rows in " + folder.resolve("changes.csv"))
                .contains(
                        "  line %d, new_value: 'soon' must be a date or time".formatted(promise + 2),
                        "  line %d, old_value: '1;5' must be a number".formatted(amount + 2));
    }

    private static int indexOfChange(String field) {
        List<Map<String, String>> rows = CRM.changes().rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get("field").equals(field)) {
                return i;
            }
        }
        throw new AssertionError("no change of " + field);
    }

    @Test
    void refusesFilesThatAreAbsentOrLackAColumn() throws IOException {
        Sheet without = CRM.opportunities().renamed("is_won", "won");
        PipelineRun lacking =
                PipelineRun.of(folder, new SampleCrm(without, CRM.history(), CRM.changes(), CRM.accounts()));
        assertThat(lacking.exitCode()).isEqualTo(3);
        assertThat(lacking.err()).isEqualTo("""
                kvartal: Cannot read %s: it has no column is_won; it has opportunity_id, account_id, owner_id, stage, \
                is_closed, won, amount, created_at, close_date, segment, lost_reason
                """.formatted(folder.resolve("opportunities.csv")));

        Path absent = folder.resolve("absent.csv");
        PipelineRun missing = PipelineRun.of(folder, List.of("--opportunities", absent.toString()));
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).isEqualTo("kvartal: Cannot read %s: there is no such file\n".formatted(absent));
    }

    @Test
    void refusesOptionsThatMakeNoSense() throws IOException {
        for (List<String> options : List.of(
                List.of("--until", "2023-09-29"),
                List.of("--until", PipelineRun.AS_OF),
                List.of("--until", "2023-02-30"),
                List.of("--time-zone", "Moon/Crater"),
                List.of("--fiscal-year-starts", "13"))) {
            PipelineRun run = PipelineRun.of(folder, CRM, options.toArray(String[]::new));

            assertThat(run.exitCode()).as(options.toString()).isEqualTo(3);
            assertThat(run.err()).contains(options.get(0), options.get(1));
            assertThat(run.leftNothing()).isTrue();
        }
    }

    @Test
    void explainsEveryDealWhenAsked() throws IOException {
        List<String> lines =
                PipelineRun.of(folder, CRM, "--explain").deals().lines().toList();

        assertThat(lines.get(0)).endsWith(",drivers");
        assertThat(lines.stream().skip(1).filter(line -> line.contains("stage")))
                .hasSizeGreaterThan(5);
    }

    @Test
    void worksOnCreationAndClosingAlone() throws IOException {
        List<String> kept = List.of("opportunity_id", "is_closed", "is_won", "amount", "created_at", "close_date");
        Sheet bare = CRM.opportunities().each(row -> row.keySet().retainAll(kept));
        Path file = bare.write(folder.resolve("bare.csv"));
        PipelineRun run = PipelineRun.of(folder, List.of("--opportunities", file.toString()));

        assertThat(run.exitCode()).isZero();
        assertThat(run.forecast().lines()).hasSize(2);
        assertThat(run.deals().lines()).hasSameSizeAs(usual.deals().lines().toList());
    }
}
