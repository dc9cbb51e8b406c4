package org.kvartal.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Value;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.section.Audience;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class EditionsTest {
    private static final String WON = """
            ---
            title: Won deals
            question: Who wins?
            audience: %s
            inputs: [opportunities]
            ---
            %s
            """;

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    @TempDir
    Path folder;

    private void own(Path sections, String audience, String text) throws IOException {
        Path own = Files.createDirectories(sections.resolve("won-deals"));
        Files.writeString(own.resolve("section.md"), WON.formatted(audience, text));
        Files.writeString(
                own.resolve("total.sql"),
                "select count(*) as won_count from mart.opportunities_as_of where outcome = 'won'");
    }

    private Report written(Edition edition, ReportData data, LastGood lastGood) {
        return new ReportBook("r", edition, Brand.of("Northwind"), new CustomSections(folder.resolve("report")))
                .write(data, Locale.ENGLISH, lastGood)
                .report();
    }

    private static Edition edition(Audience audience, String... sections) {
        return new Edition("board", Text.name("Board report"), audience, List.of(sections));
    }

    private static List<String> anchors(Report report) {
        return report.sections().stream().map(Section::anchor).toList();
    }

    private static Section section(Report report, String anchor) {
        return report.sections().stream()
                .filter(section -> section.anchor().equals(anchor))
                .findFirst()
                .orElseThrow();
    }

    private void giveDeals() {
        given.rows(
                        "mart.opportunities_as_of",
                        "opportunity_id, outcome, region, amount, close_date",
                        "select 'o' || i, case when i % 3 = 0 then 'won' else 'lost' end, 'R' || i % 3, i,"
                                + " date '2024-01-01' + cast(i % 360 as integer) from range(400) t(i)")
                .withMartsOfClosedDeals();
    }

    @Test
    void showsTheChosenSectionsInTheChosenOrder() throws IOException {
        own(folder.resolve("report"), "board", "Won {{ total.won_count }}.");
        Report report =
                written(edition(Audience.BOARD, "won-deals", "result", "summary"), given.published(), LastGood.none());
        assertThat(anchors(report)).containsExactly("won-deals", "result", "summary");
        assertThat(report.title()).isEqualTo(Text.name("Board report"));
        assertThat(PrintedSection.print(section(report, "won-deals")))
                .contains(
                        "CAVEAT: This edition leaves out the section that says how far its forecasts can be trusted.");
    }

    @Test
    void keepsFromReadersWhatIsAboveThem() throws IOException {
        own(folder.resolve("report"), "team", "Won {{ total.won_count }}.");
        ReportData data = given.published();
        assertThat(anchors(written(edition(Audience.BOARD), data, LastGood.none())))
                .contains("summary")
                .doesNotContain("people", "won-deals");
        assertThat(anchors(written(edition(Audience.MANAGEMENT), data, LastGood.none())))
                .contains("people")
                .doesNotContain("won-deals");
        assertThat(anchors(written(edition(Audience.TEAM), data, LastGood.none())))
                .containsSubsequence("people", "data-quality", "won-deals", "definitions");
        Report forced = written(edition(Audience.BOARD, "people", "honesty"), data, LastGood.none());
        assertThat(PrintedSection.print(section(forced, "people")))
                .containsExactly("", "BLOCKED: The readers of this report may not see it.");
    }

    /** The number behind a trace code is the same in whatever report it stands, and in whatever order. */
    @Test
    void printsTheSameNumbersInEveryEdition() {
        giveDeals();
        Report whole = written(Edition.of(Text.of("Quarterly report")), given.published(), LastGood.none());
        Report other = written(
                edition(Audience.BOARD, "pipeline", "result", "summary", "honesty"),
                given.published(),
                LastGood.none());
        Map<String, Value> values = values(whole);
        assertThat(values(other))
                .hasSizeGreaterThan(30)
                .allSatisfy((origin, value) -> assertThat(values).containsEntry(origin, value));
        for (String anchor : List.of("pipeline", "result", "summary")) {
            assertThat(PrintedSection.print(section(other, anchor)))
                    .isEqualTo(PrintedSection.print(section(whole, anchor)));
        }
    }

    private static Map<String, Value> values(Report report) {
        return report.facts()
                .collect(Collectors.toMap(fact -> fact.origin().sql(), Fact::value, (first, second) -> first));
    }

    @Test
    void blocksABrokenSectionAndNoOther() throws IOException {
        own(folder.resolve("report"), "team", "Won {{ total.wins }}.");
        Report report =
                written(edition(Audience.TEAM, "won-deals", "summary", "honesty"), given.published(), LastGood.none());
        assertThat(PrintedSection.print(section(report, "won-deals")))
                .containsExactly("", "BLOCKED: Its own files have an error. The record of the run says which.");
        assertThat(section(report, "won-deals").title()).hasToString("Won deals");
        assertThat(section(report, "summary").isBlocked()).isFalse();
    }

    @Test
    void showsWhatABlockedSectionSaidInTheLastReleaseInWhichItCouldBeWritten() throws IOException {
        giveDeals();
        publish("2024-12-29", "Won {{ total.won_count }}.");
        publish("2024-12-30", "Won {{ total.broken }}.");
        given.rows("mart.opportunities_as_of", "opportunity_id, outcome", "('new', 'won')");
        own(folder.resolve("report"), "team", "Won {{ total.wins }}.");
        ReportBook.Written written = new ReportBook(
                        "r",
                        edition(Audience.TEAM, "won-deals", "honesty"),
                        Brand.of("Northwind"),
                        new CustomSections(folder.resolve("report")))
                .write(given.published(), Locale.ENGLISH, earlier(Audience.TEAM));
        Section section = written.report().sections().get(0);
        assertThat(PrintedSection.print(section))
                .containsExactly(
                        "",
                        "BLOCKED: Its own files have an error. The record of the run says which.",
                        "CAVEAT: Below is what this section said as of 29 Dec 2024.",
                        "Won 134.");
        assertThat(section.isBlocked()).isTrue();
        assertThat(written.shownAgain()).containsExactly(Map.entry("won-deals", LocalDate.parse("2024-12-29")));
        assertThat(section.facts())
                .extracting(fact -> fact.origin().measure())
                .containsExactly("max(as_of)", "max(\"won_count\") /* as of 2024-12-29 */");
        assertThat(earlier(Audience.BOARD).of("won-deals")).isEmpty();
    }

    /** A night whose mart cannot be read. */
    @Test
    void showsWhatAMissingDatasetHasSaidLast() throws IOException {
        giveDeals();
        publish("2024-12-30", "Won {{ total.won_count }}.");
        ReportData broken = given.publishedWithout("mart.bookings_by_month");
        Section section = written(edition(Audience.TEAM, "result"), broken, earlier(Audience.TEAM))
                .sections()
                .get(0);
        assertThat(section.isBlocked()).isTrue();
        assertThat(PrintedSection.print(section))
                .contains(
                        "BLOCKED: Its data could not be read. The record of the run says why.",
                        "CAVEAT: Below is what this section said as of 30 Dec 2024.")
                .anyMatch(line -> line.startsWith("Booked €8,862 from 28 won deals in Q4 2024 so far"));
    }

    private LastGood earlier(Audience audience) {
        return new EarlierReleases(new Releases(folder), given.project(), LocalDate.parse("2024-12-31"))
                .forReaders(audience, "en");
    }

    private void publish(String date, String text) throws IOException {
        Releases releases = new Releases(folder);
        Path release = releases.prepared(date + ".1");
        given.exported(release.resolve("data"));
        own(release.resolve("sections"), "team", text);
        releases.publish(date + ".1", LocalDate.parse(date));
    }
}
