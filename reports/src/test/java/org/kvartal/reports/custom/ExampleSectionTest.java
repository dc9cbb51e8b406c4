package org.kvartal.reports.custom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

/** The section that docs/sections.md explains. */
class ExampleSectionTest {
    private static final Path EXAMPLE = Path.of("..", "conf", "examples", "report", "win-rate-by-price");

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    @Test
    void comparesWinRatesAboveAndBelowTheRivals() {
        given.rows(
                        "mart.price_position",
                        "product_id, gap_log, compared",
                        "('dear', 0.2, true), ('dear', 0.1, true), ('cheap', -0.1, true), ('lonely', 0.3, false)")
                .rows(
                        "mart.opportunities_as_of",
                        "opportunity_id, region, product_id, outcome, close_date",
                        "select 'o' || i, case when i % 4 = 0 then 'West' else 'East' end,"
                                + " ['dear', 'cheap', 'lonely'][1 + i % 3],"
                                + " case when i % 3 = 0 and i % 2 = 0 or i % 3 = 1 and i % 5 < 4 then 'won' else 'lost' end,"
                                + " date '2024-06-01' + cast(i % 60 as integer) from range(240) t(i)");
        ReportData data = given.published();
        Section section = CustomSection.read(EXAMPLE, "en").write(data);
        assertThat(PrintedSection.print(section))
                .startsWith(
                        "Of the deals for products priced above the mean of the rivals 50.0% were won, of the others"
                                + " 80.0%.")
                .contains("All regions | 104 | 56 | 65.0% | 50.0% | 80.0%");
        assertThat(section.facts())
                .allSatisfy(
                        fact -> assertThat(data.fact(fact.origin(), fact.unit()).value())
                                .isEqualTo(fact.value()));
    }

    @Test
    void saysSoWhenNoPriceIsKnown() {
        Section section = CustomSection.read(EXAMPLE, "en").write(given.published());
        assertThat(PrintedSection.print(section)).anyMatch(line -> line.startsWith("NO_DATA: "));
    }

    @Test
    void passesTheTestBesideIt(@TempDir Path folder) {
        SectionCheck check = new SectionCheck(given.project(), given.exported(folder), LocalDate.parse("2024-12-31"));
        assertThat(SectionCheck.tests(EXAMPLE)).hasSize(1);
        assertThat(check.problems(EXAMPLE)).isEmpty();
    }

    @Test
    void tellsWhatATestExpectedAndFound(@TempDir Path folder) throws IOException {
        Path section = Files.createDirectories(folder.resolve("won"));
        Files.createDirectories(section.resolve("tests"));
        Files.writeString(
                section.resolve("section.md"),
                "---\ntitle: W\nquestion: W?\ninputs: [opportunities]\n---\n{{ won.n_count }}");
        Files.writeString(
                section.resolve("won.sql"),
                "select count(*) as n_count from mart.opportunities_as_of where outcome = 'won'");
        Files.writeString(
                section.resolve("tests/one.txt"),
                "as of 2024-12-31\n\ngiven mart.opportunities_as_of\nopportunity_id  outcome\n1  won\n2  lost\n\n"
                        + "expect won\nn_count\n2\n");
        Files.writeString(section.resolve("tests/two.txt"), "as of today\n");
        given.rows("mart.opportunities_as_of", "opportunity_id, outcome", "('x', 'won')");
        SectionCheck check = new SectionCheck(
                given.project(), given.exported(folder.resolve("data")), LocalDate.parse("2024-12-31"));
        assertThat(check.problems(section))
                .containsExactly(
                        "won/tests/one.txt: query won, row 1, n_count: 1, expected 2",
                        "won/tests/two.txt:1: must name a date as 2024-12-31");
    }
}
