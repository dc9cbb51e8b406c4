package org.kvartal.jobs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A night from files to publication. */
class NightlyRunTest {
    private static final List<String> STEPS = List.of(
            "check-sources",
            "extract",
            "load-tables",
            "check-references",
            "match-identities",
            "score-quality",
            "judge-gates",
            "record-history",
            "match-products",
            "forecast-series",
            "forecast-quarter",
            "score-outlook",
            "measure-stages",
            "rank-win-rates",
            "compare-wins",
            "blend-external-forecasts",
            "index-prices",
            "value-customers",
            "watch-kpis",
            "time-requests",
            "measure-service",
            "measure-training",
            "follow-adoption",
            "score-surveys",
            "build-marts",
            "judge-marts",
            "export-datasets",
            "render-report",
            "describe-datasets",
            "record-run",
            "publish");

    @TempDir
    Path folder;

    @Test
    void endsWithFindingsWhenARowWasQuarantined() {
        assertThat(UndisturbedNight.OUTCOME.exitCode())
                .as(UndisturbedNight.OUTCOME.err())
                .isEqualTo(1);
        assertThat(UndisturbedNight.OUTCOME.err()).endsWith("""
                        2024-06-30  rows read 205 = loaded 204 + quarantined 1 + deduplicated 0 + filtered 0; flags 0
                        kvartal: published with quarantined rows of opportunities; list them with:\
                         kvartal check --out %s --as-of 2024-06-30
                        """.formatted(UndisturbedNight.PROJECT.output()));
    }

    @Test
    void tellsEachStepAsItEndsAndThenWhereTheReportIs() {
        assertThat(UndisturbedNight.OUTCOME.err().lines())
                .filteredOn(line -> line.endsWith(" s"))
                .extracting(line -> line.split(" +")[1])
                .isEqualTo(STEPS);
        assertThat(UndisturbedNight.OUTCOME.out())
                .isEqualTo(UndisturbedNight.PROJECT.release().resolve("report/en/index.html") + "\n");
    }

    @Test
    void isDescribedStepByStepInTheDocuments() throws IOException {
        String night =
                Files.readString(Path.of("../docs/architecture.md")).replaceAll("(?s).*\n## A night\n|\n## .*", "");
        assertThat(night.lines().filter(line -> line.startsWith("| `")))
                .extracting(line -> line.split("`")[1])
                .isEqualTo(STEPS);
    }

    @Test
    void publishesReportDatasetsAndRecords() {
        Path release = UndisturbedNight.PROJECT.release();

        assertThat(List.of(
                        "report/en/index.html",
                        "report/en/report.pdf",
                        "report/en/report.xlsx",
                        "data/dictionary.html",
                        "data/dictionary.json",
                        "run.json",
                        "checks.json"))
                .allSatisfy(name -> assertThat(release.resolve(name)).isNotEmptyFile());
        assertThat(UndisturbedNight.PROJECT.output().resolve("published/latest/run.json"))
                .isRegularFile();
        assertThat(UndisturbedNight.PROJECT.output().resolve(".scratch")).doesNotExist();
    }

    @Test
    void publishesTheTotalsOfTheFiles() {
        BigDecimal won = BigDecimal.ZERO;
        for (int i = 0; i < 32; i += 2) {
            won = won.add(new BigDecimal(100 + i + ".50"));
        }
        assertThat(UndisturbedNight.PROJECT
                        .query("select outcome, count(*) as deals, sum(amount) as amount from crm.opportunities"
                                + " group by outcome order by outcome")
                        .out())
                .isEqualTo("""
                        outcome,deals,amount
                        lost,16,1864.00
                        open,16,2240.00
                        won,16,%s
                        """.formatted(won));
        assertThat(UndisturbedNight.PROJECT
                        .query("select sum(won_amount) as booked from mart.bookings_by_month")
                        .out())
                .isEqualTo("booked\n" + won + "\n");
    }

    @Test
    void leadsFromADayToItself() {
        TinyProject project = UndisturbedNight.PROJECT;
        assertThat(project.ledger("--from", TinyProject.AS_OF, "--to", TinyProject.AS_OF, "--by", "product"))
                .isEqualTo(new TinyProject.Outcome(0, """
                        product_id,bucket,opportunity_count,amount
                        crm:Axe,start,13,1818.50
                        crm:Axe,end,13,1818.50
                        crm:Saw,start,3,421.50
                        crm:Saw,end,3,421.50
                        """, ""));
        assertThat(project.ledger("--from", "2024-06-01", "--to", TinyProject.AS_OF))
                .isEqualTo(new TinyProject.Outcome(3, "", """
                        kvartal: Cannot tell how the deals stood on 2024-06-01: that is known from 2024-06-30 to 2024-06-30
                        """));
        assertThat(project.ledger("--from", TinyProject.AS_OF, "--to", TinyProject.AS_OF, "--outlook"))
                .isEqualTo(new TinyProject.Outcome(3, "", """
                        kvartal: Cannot compare the outlooks of 2024-06-30 and 2024-06-30: each day needs a published night that has one
                        """));
    }

    @Test
    void showsTheQuarantinedRow() {
        assertThat(UndisturbedNight.PROJECT
                        .query("select source, file, line, \"column\", value, rule from quarantine.opportunities")
                        .out())
                .isEqualTo("""
                        source,file,line,column,value,rule
                        crm,deals.csv,50,amount,n/a,type
                        """);
    }

    @Test
    void forecastsTheMonthsAheadOrSaysWhyNot() {
        assertThat(UndisturbedNight.PROJECT
                        .query("select count(*) as months, min(month) as first, max(month) as last,"
                                + " count(*) filter (where mean is null or reason is null) as unexplained"
                                + " from forecast.series_forecasts where measure = 'bookings' and scope = 'total'")
                        .out())
                .isEqualTo("months,first,last,unexplained\n6,2024-07-01,2024-12-01,0\n");
        assertThat(UndisturbedNight.PROJECT
                        .query("select quarter, evidence, reason from forecast.quarter_outlook")
                        .out())
                .isEqualTo("""
                        quarter,evidence,reason
                        Q3 2024,none,"Not enough data: 32 closed deals (16 won), 40 needed of which 10 won."
                        """);
    }

    @Test
    void recordsTheRunForMachines() throws IOException {
        String run = Files.readString(UndisturbedNight.PROJECT.release().resolve("run.json"));

        assertThat(run).contains("\"run_id\"", "2024-06-30.1", "\"exit_code\"");
        assertThat(run).contains(STEPS.subList(0, 9));
    }

    @Test
    void publishesTheSameBytesWhenTheDateIsRunAgainAndNoFindingsOnceTheRowIsMended() {
        TinyProject project = TinyProject.in(folder);
        assertThat(project.runNight().exitCode()).isEqualTo(1);
        assertThat(project.publishedData())
                .containsExactlyInAnyOrderEntriesOf(UndisturbedNight.PROJECT.publishedData());

        project.mendTheBrokenRow();
        TinyProject.Outcome mended = project.runNight();
        assertThat(mended.exitCode()).as(mended.err()).isZero();
        assertThat(mended.err())
                .endsWith(
                        "2024-06-30  rows read 205 = loaded 205 + quarantined 0 + deduplicated 0 + filtered 0; flags 0\n");
        assertThat(project.query("select count(*) as n from crm.opportunities").out())
                .isEqualTo("n\n49\n");
        assertThat(project.query("select count(*) as n from quarantine.opportunities")
                        .out())
                .isEqualTo("n\n0\n");
        assertThat(project.output().resolve("published/latest").toAbsolutePath())
                .exists();
    }
}
