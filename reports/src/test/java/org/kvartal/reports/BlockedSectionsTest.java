package org.kvartal.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.section.Audience;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

/** What the gates of a night do to its report. */
class BlockedSectionsTest {
    private static final String GATE = "night, gate, \"table\", source, name, verdict, compared_to, expected, found,"
            + " measured, at_most, query";
    private static final String DEALS_MISSING = "('2024-12-31', 'row-drop', 'opportunities', 'crm', '', '%s',"
            + " '2024-12-30', 400, 280, 0.3, 0.2, 'select * from crm.opportunities')";

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    @TempDir
    Path folder;

    private ReportBook.Written written() {
        Edition edition = new Edition("team", Text.name("Team"), Audience.TEAM, List.of());
        LastGood earlier = new EarlierReleases(new Releases(folder), given.project(), LocalDate.parse("2024-12-31"))
                .forReaders(Audience.TEAM, "en");
        return new ReportBook("r", edition, Brand.of("Northwind"), new CustomSections(folder.resolve("report")))
                .write(given.published(), Locale.ENGLISH, earlier);
    }

    private static Section section(ReportBook.Written written, String anchor) {
        return written.report().sections().stream()
                .filter(section -> section.anchor().equals(anchor))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> blocked(ReportBook.Written written) {
        return written.report().sections().stream()
                .filter(Section::isBlocked)
                .map(Section::anchor)
                .toList();
    }

    private void giveDealsAndRequests() {
        given.rows(
                        "mart.opportunities_as_of",
                        "opportunity_id, outcome, region, amount, close_date",
                        "select 'o' || i, case when i % 3 = 0 then 'won' else 'lost' end, 'R' || i % 3, i,"
                                + " date '2024-01-01' + cast(i % 360 as integer) from range(400) t(i)")
                .withMartsOfClosedDeals()
                .rows(
                        "mart.request_handling",
                        "request_id, opened_month, ended_month, resolved_month, ending, handling_hours, censored, satisfaction",
                        "('r1', '2024-11-01', '2024-11-01', '2024-11-01', 'resolved', 10.0, false, 4.0),"
                                + " ('r2', '2024-11-01', '2024-12-01', '2024-12-01', 'resolved', 20.0, false, 5.0)");
    }

    @Test
    void showsEverythingWhileTheGatesPassWarnOrAreOverruled() {
        giveDealsAndRequests();
        given.rows("quality.gates", GATE, DEALS_MISSING.formatted("pass"))
                .rows("quality.gates", GATE, DEALS_MISSING.formatted("warn"))
                .rows("quality.gates", GATE, DEALS_MISSING.formatted("accepted"));
        assertThat(blocked(written())).isEmpty();
    }

    @Test
    void blocksWhatRestsOnTheTableAndShowsWhatItSaidLast() throws IOException {
        giveDealsAndRequests();
        publish("2024-12-30");
        given.rows("quality.gates", GATE, DEALS_MISSING.formatted("block"));
        ReportBook.Written written = written();
        assertThat(blocked(written))
                .contains("summary", "result", "pipeline")
                .doesNotContain("service", "data-quality", "definitions");
        assertThat(PrintedSection.print(section(written, "result")))
                .contains(
                        "BLOCKED: opportunities had 400 rows on 30 Dec 2024 and has 280 now; at most 20.0% may be missing.",
                        "CAVEAT: Below is what this section said as of 30 Dec 2024.")
                .anyMatch(line -> line.startsWith("Booked "));
        assertThat(written.shownAgain()).containsEntry("result", LocalDate.parse("2024-12-30"));
        assertThat(PrintedSection.print(section(written, "summary")).get(1))
                .startsWith("CAVEAT: Sections that could not be brought up to date: Summary, ");
    }

    /** A release whose gates blocked a section is no good release of it, though its datasets are there. */
    @Test
    void goesBackBehindReleasesInWhichTheSectionWasBlockedToo() throws IOException {
        giveDealsAndRequests();
        publish("2024-12-29");
        given.rows("quality.gates", GATE, DEALS_MISSING.formatted("block").replace("2024-12-31", "2024-12-30"));
        publish("2024-12-30");
        given.rows("quality.gates", GATE, DEALS_MISSING.formatted("block"));
        assertThat(written().shownAgain()).containsEntry("result", LocalDate.parse("2024-12-29"));
    }

    @Test
    void blocksASectionThatFindsNothingBecauseItsTableIsGone() {
        given.rows("quality.gates", GATE, DEALS_MISSING.formatted("block"));
        assertThat(blocked(written())).contains("summary", "result").doesNotContain("data-quality");
    }

    @Test
    void leavesOutOfPageOneWhatRestsOnTheTable() {
        giveDealsAndRequests();
        assertThat(PrintedSection.print(section(written(), "summary"))).anyMatch(line -> line.contains("Satisfaction"));
        given.rows("quality.gates", GATE, DEALS_MISSING.formatted("block").replace("opportunities", "requests"));
        ReportBook.Written written = written();
        assertThat(blocked(written)).contains("service").doesNotContain("summary", "result");
        assertThat(PrintedSection.print(section(written, "summary")))
                .contains("CAVEAT: What rests on requests is left out: not every check was passed.")
                .noneMatch(line -> line.contains("Satisfaction"))
                .anyMatch(line -> line.contains("Win rate"));
    }

    @Test
    void blocksByAMartWhoseTotalIsWrong() {
        giveDealsAndRequests();
        given.rows(
                "quality.gates",
                GATE,
                "('2024-12-31', 'mart-totals', 'mart.request_handling', '', 'sum(opened_count)', 'block', null, 9, 8, 1,"
                        + " 0, 'select * from mart.request_handling')");
        assertThat(blocked(written())).contains("service").doesNotContain("summary", "result", "pipeline");
    }

    @Test
    void listsTheChecksThatWereNotPassed() {
        given.rows(
                        "quality.row_balance",
                        "\"table\", source, read_count, loaded_count",
                        "('opportunities', 'crm', 280, 280)")
                .rows("quality.gates", GATE, DEALS_MISSING.formatted("accepted"))
                .rows(
                        "quality.gates",
                        GATE,
                        "('2024-12-31', 'freshness', 'requests', 'crm', '', 'warn', '2024-12-26', null, null, 5, 3, 'q')")
                .rows(
                        "quality.gates",
                        GATE,
                        "('2024-12-31', 'reconciliation', 'orders', 'crm', 'won', 'block', null, 10.01, 10, 0.01, 0, 'q')")
                .rows("quality.gates", GATE, DEALS_MISSING.formatted("block").replace("2024-12-31", "2024-12-30"));
        assertThat(PrintedSection.print(section(written(), "data-quality")))
                .containsSubsequence(
                        "Rows missing or rejected beyond the limit",
                        "opportunities | crm | rows missing | 400 | 30.0% | 20.0% | let through by hand | kvartal query"
                                + " \"select * from crm.opportunities\"",
                        "Tables whose newest row is too old",
                        "requests | crm | 5 | 3 | told here only | kvartal query \"q\"",
                        "Totals that differ",
                        "orders | crm | 10.01 | 10.00 | 0.01 | what rests on it is not shown | kvartal query \"q\"");
    }

    /** The board reads why in its own words; whoever mends it finds the error in the record. */
    @Test
    void keepsTheErrorForTheRecord() throws IOException {
        giveDealsAndRequests();
        ReportData broken = given.publishedWithout("mart.bookings_by_month");
        ReportBook.Written written = new ReportBook(
                        "r",
                        new Edition("team", Text.name("Team"), Audience.TEAM, List.of("summary", "result")),
                        Brand.of("Northwind"),
                        new CustomSections(folder.resolve("report")))
                .write(broken, Locale.ENGLISH, LastGood.none());
        assertThat(PrintedSection.print(section(written, "result")))
                .containsExactly("", "BLOCKED: Its data could not be read. The record of the run says why.");
        assertThat(written.errors().get("result"))
                .startsWith("Cannot answer \"")
                .contains("bookings_by_month");
        assertThat(Map.copyOf(written.shownAgain())).isEmpty();
    }

    private void publish(String date) throws IOException {
        Releases releases = new Releases(folder);
        given.exported(releases.prepared(date + ".1").resolve("data"));
        releases.publish(date + ".1", LocalDate.parse(date));
    }
}
