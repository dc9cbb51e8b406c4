package org.kvartal.reports.custom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.section.Audience;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomSectionTest {
    private static final String FRONT = """
            ---
            title: Won deals
            question: Who wins?
            inputs: [opportunities]
            ---
            """;

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    @TempDir
    Path conf;

    private Path folder;

    @BeforeEach
    void giveAQueryOfRegions() throws IOException {
        folder = Files.createDirectories(conf.resolve("won-deals"));
        file(
                "total.sql",
                "select sum(amount) as won_amount, count(*) as deal_count, 'none' as word"
                        + " from mart.opportunities_as_of where outcome = 'won';");
        file("regions.sql", """
                -- A comment before the query.
                select region, sum(amount) as won_amount, count(*) as deal_count
                from mart.opportunities_as_of where outcome = 'won' and close_date <= :as_of
                group by region order by won_amount desc
                """);
        given.rows(
                "mart.opportunities_as_of",
                "opportunity_id, outcome, region, amount, close_date",
                "('1', 'won', 'East', 100.50, '2024-05-01'), ('2', 'won', 'West', 20, '2024-06-01'),"
                        + " ('3', 'won', 'East', 7, '2024-07-01'), ('4', 'won', 'East', 1000, '2025-07-01'),"
                        + " ('5', 'lost', 'East', 9000, '2024-07-01')");
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private List<String> printed(String body) throws IOException {
        return PrintedSection.print(section(FRONT + body, given.published()));
    }

    private Section section(String text, ReportData data) throws IOException {
        file("section.md", text);
        return CustomSection.read(folder, "en").write(data);
    }

    private void assertRefused(String body, String message) {
        assertThatThrownBy(() -> printed(body))
                .isInstanceOf(InvalidSection.class)
                .hasMessage(message);
    }

    @Test
    void answersWithItsFirstParagraphAndPrintsTheNumbersOfItsQueries() throws IOException {
        assertThat(printed("*Won* {{ total.won_amount }} in {{total.deal_count}} deals.\n\nMore `{{ words }}`\nbelow."))
                .containsExactly("Won €1,128 in 4 deals.", "More {{ words }} below.");
    }

    @Test
    void printsTablesChartsFiguresListsAndCaveats() throws IOException {
        assertThat(printed("""
                        East wins.

                        ```figures query=total columns=won_amount
                        ```

                        ```table query=regions caption="Won by region" total=total
                        ```

                        ```chart kind=bar query=regions x=region y=won_amount measure="Won"
                        message="{{ total.deal_count }} deals were won"
                        ```

                        1. One of {{ total.deal_count }}
                        2. Two

                        > Small numbers.
                        """))
                .containsExactly(
                        "East wins.",
                        "Won amount: €1,128",
                        "Won by region",
                        "East | 108 | 2",
                        "West | 20 | 1",
                        " | 1,128 | 4",
                        "4 deals were won",
                        "Northwind – Won in EUR – 31 Dec 2024",
                        "East | 108",
                        "West | 20",
                        "1. One of 4",
                        "2. Two",
                        "CAVEAT: Small numbers.");
    }

    /** Whoever runs the statement behind a trace code finds the number that is printed. */
    @Test
    void printsOnlyNumbersThatTheirOriginGives() throws IOException {
        ReportData data = given.published();
        Section section =
                section(FRONT + "Won {{ total.won_amount }}.\n\n```table query=regions caption=Won\n```\n", data);
        assertThat(section.facts())
                .hasSize(5)
                .allSatisfy(fact -> assertThat(value(fact, data)).isEqualTo(fact.value()));
        assertThat(section.grade()).isEqualTo(Grade.A);
    }

    private static Object value(Fact fact, ReportData data) {
        return data.fact(fact.origin(), fact.unit()).value();
    }

    @Test
    void evaluatesNothingAndReadsNoMarkup() throws IOException {
        assertThat(printed("<b>East</b> & `{{7*7}}` ${x} #{y} {% include 'z' %}\n\n<script>alert(1)</script>\n"))
                .containsExactly("<b>East</b> & {{7*7}} ${x} #{y} {% include 'z' %}", "<script>alert(1)</script>");
        assertRefused(
                "Won.\n\n{{7*7}}",
                "won-deals/section.md:8: {{7*7}} is not a number of a query; write {{ query.column }}, or `code` for"
                        + " braces");
    }

    /** What a query gives is printed as it is, whatever it looks like. */
    @Test
    void doesNotSearchNamesForPlaces() throws IOException {
        file("name.sql", "select '{{ total.won_amount }} <b>{0}' as name");
        assertThat(printed("We sell to {{ name.name }}.")).containsExactly("We sell to {{ total.won_amount }} <b>{0}.");
    }

    @Test
    void tellsFileAndLineOfWhatIsWrongInTheText() {
        assertRefused(
                "Won.\n\n```tabel query=regions\n```",
                "won-deals/section.md:8: a fenced block is figures, table or chart, not \"tabel\"; did you mean table?");
        assertRefused(
                "Won.\n\n```table qury=regions\n```",
                "won-deals/section.md:8: a table has no attribute qury; did you mean query?");
        assertRefused(
                "Won.\n\n```table query=region\n```",
                "won-deals/section.md:8: there is no query region; the SQL files beside the section are regions, total");
        assertRefused(
                "Won {{ regions.won_amount }}.",
                "won-deals/section.md:6: query regions has 2 rows; a number in a sentence needs a query of one row");
        assertRefused(
                "Won {{ total.amount }}.",
                "won-deals/section.md:6: query total has no column amount; it has won_amount, deal_count, word");
        assertRefused(
                "Won.\n\n- one\n\n  ```table query=regions\n  ```",
                "won-deals/section.md:10: lists hold only sentences; put tables and charts behind the list");
        assertRefused(
                "```table query=regions caption=Won\n```",
                "won-deals/section.md:6: has no answer; begin with a paragraph that answers the question in one"
                        + " sentence");
    }

    @Test
    void holdsChartsToTheRulesOfCharts() {
        assertRefused(
                "Won.\n\n```chart kind=bar query=regions x=region y=won_amount measure=Won message=\"\"\n```",
                "won-deals/section.md:8: the chart needs message=");
        assertRefused(
                "Won.\n\n```chart kind=bar query=regions x=region fc=won_amount measure=Won message=East\n```",
                "won-deals/section.md:8: Invalid chart \"FC\": it forecasts without interval");
    }

    @Test
    void tellsWhatIsWrongInAQuery() throws IOException {
        file("clock.sql", "select current_date as day -- :as_of");
        assertRefused(
                "On {{ clock.day }}.",
                "won-deals/clock.sql: it asks for current_date, and the same night must print the same; use :as_of");
        file("unordered.sql", "select region, amount from mart.opportunities_as_of");
        assertRefused(
                "Won.\n\n```table query=unordered caption=x\n```",
                "won-deals/unordered.sql: it has several rows in no order; end it with \"order by\"");
        file("twice.sql", "select region, amount from mart.opportunities_as_of order by all");
        assertRefused(
                "Won.\n\n```table query=twice caption=x\n```",
                "won-deals/section.md:8: query twice has two rows with the same region (East); group them, or add a"
                        + " column that tells them apart");
        file("unit.sql", "select 7 as margin");
        assertRefused(
                "Won {{ unit.margin }}.",
                "won-deals/section.md:6: the unit of column margin of query unit is not known; end its name in _amount,"
                        + " _price, _count, _rate, _share, _points, _days, _hours or _minutes, or state it under units");
        file("many.sql", "select 'r' || i as name, i as i_count from range(201) t(i) order by i");
        assertThatThrownBy(() -> printed("Won.\n\n```table query=many caption=x\n```"))
                .hasMessageContaining("it has more than 200 rows; group them");
    }

    @Test
    void keepsQueriesFromFilesAndFromWriting() throws IOException {
        Path secret = Files.writeString(conf.resolve("secret.csv"), "a\n1\n");
        file("file.sql", "select count(*) as row_count from read_csv('" + secret + "')");
        assertThatThrownBy(() -> printed("{{ file.row_count }}"))
                .isInstanceOf(InvalidSection.class)
                .hasMessageContaining("Permission Error");
        file("write.sql", "create table t as select 1 as x_count");
        assertThatThrownBy(() -> printed("{{ write.x_count }}"))
                .isInstanceOf(InvalidSection.class)
                .hasMessageContaining("Only SELECT statements");
        assertRefused(
                "{{ ../total.won_amount }}",
                "won-deals/section.md:6: {{ ../total.won_amount }} is not a number of a query; write"
                        + " {{ query.column }}, or `code` for braces");
        assertRefused(
                "Won.\n\n```table query=../won-deals/total caption=x\n```",
                "won-deals/section.md:8: there is no query ../won-deals/total; the SQL files beside the section are"
                        + " file, regions, total, write");
    }

    @Test
    void tellsWhatIsWrongInTheSettingsBeforeTheText() {
        assertThatThrownBy(() ->
                        section("---\ntitel: Won\nquestion: Who?\ninputs: [deals]\n---\nWon.\n", given.published()))
                .isInstanceOf(InvalidSection.class)
                .hasMessageStartingWith(
                        "won-deals/section.md: line 1: title must be given; line 2: titel is not a known"
                                + " key; did you mean title?; line 4: inputs must be clean tables, from ");
        assertThatThrownBy(() -> section("Won.\n", given.published()))
                .hasMessage("won-deals/section.md: line 1:  must begin with its settings between two lines of three"
                        + " hyphens");
    }

    @Test
    void saysThatAQueryFindsNothing() throws IOException {
        file("none.sql", "select region, amount from mart.opportunities_as_of where false order by region");
        assertThat(printed("Won.\n\n```table query=none caption=x\n```"))
                .containsExactly("Won.", "NO_DATA: Nothing to show here: the query none finds no rows.");
    }

    @Test
    void speaksTheLanguageOfItsTranslation() throws IOException {
        file("section.md", FRONT + "Won {{ total.deal_count }}.");
        file("section.sk.md", "---\ntitle: Získané\nquestion: Kto?\n---\nZískali sme {{ total.deal_count }}.");
        Section slovak = CustomSection.read(folder, "sk").write(given.published());
        assertThat(slovak.title()).hasToString("Získané");
        assertThat(PrintedSection.print(slovak)).containsExactly("Získali sme 4.");
        assertThat(CustomSection.read(folder, "pl").title()).hasToString("Won deals");
        assertThat(CustomSection.read(folder, "sk").audience()).isEqualTo(Audience.TEAM);
    }
}
