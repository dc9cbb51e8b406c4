package org.kvartal.reports.render;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.reports.document.HostileReport;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.SampleReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a reader's browser makes of a report. Skipped where there is no Chromium. */
class BrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path sample;
    private static Path hostile;
    private static Path persian;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "Skipped: no Chromium on the path");
        sample = folder.resolve("sample.html");
        hostile = folder.resolve("hostile.html");
        new HtmlReport().write(SampleReport.report(), sample);
        new HtmlReport().write(HostileReport.ofNames(), hostile);
        persian = folder.resolve("persian.html");
        Report report = SampleReport.report();
        new HtmlReport()
                .write(
                        new Report(report.title(), Locale.forLanguageTag("fa"), report.cover(), report.sections()),
                        persian);
        browser = Browser.start(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void executesNothingThatANameHolds() throws Exception {
        browser.resize(1440, 900);
        browser.open(hostile);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests(hostile)).isEmpty();
        assertThat(browser.value("document.scripts.length").asInt()).isEqualTo(1);
        assertThat(browser.value("document.images.length").asInt()).isZero();
        // Names stand in tips too, as text.
        focusMark();
        assertThat(browser.value("document.querySelector('.tip').textContent").asText())
                .contains("<script>alert(1)</script>");
        assertThat(browser.value("document.querySelector('.tip script') === null")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void asksTheNetworkForNothing() throws Exception {
        browser.resize(1440, 900);
        browser.open(sample);
        focusMark();

        assertThat(browser.requests(sample)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        // Even a script that got in could not send anything out.
        assertThat(browser.value("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')")
                        .asText())
                .isEqualTo("refused");
    }

    @Test
    void tellsTheFactBehindAMarkToTheKeyboard() throws Exception {
        browser.resize(1440, 900);
        browser.open(sample);
        focusMark();
        String first = tip();
        browser.press("ArrowRight");
        String second = tip();
        browser.press("End");
        String last = tip();
        browser.press("Tab");

        assertThat(first).contains("Q1 24", "€");
        assertThat(second).contains("Q2 24").isNotEqualTo(first);
        assertThat(last).isNotEqualTo(second);
        assertThat(browser.value("document.querySelectorAll('svg.chart [tabindex=\"0\"]').length")
                        .asInt())
                .as("one stop of the tabulator key for each drawing with marks")
                .isEqualTo(browser.value("Array.from(document.querySelectorAll('svg.chart'))"
                                + ".filter(chart => chart.querySelector('[tabindex]')).length")
                        .asInt());
    }

    @Test
    void showsOneSeriesAtATime() throws Exception {
        browser.resize(1440, 900);
        browser.open(sample);
        focusMark();

        assertThat(browser.value("document.activeElement.closest('svg').classList.contains('picked')")
                        .asBoolean())
                .isTrue();
        assertThat(browser.value("new Set(Array.from(document.querySelectorAll('svg.picked .on'))"
                                + ".map(part => part.dataset.series)).size")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void sortsATableByTheColumnWhoseHeadIsPressed() throws Exception {
        browser.resize(1440, 900);
        browser.open(sample);
        String firsts = "Array.from(regions().tBodies[0].rows).map(row => row.cells[0].textContent.trim())";
        browser.value("window.regions = () => Array.from(document.querySelectorAll('.body > .scroll table'))"
                + ".find(table => table.caption.textContent.includes('Bookings by region'))");
        String before = browser.value(firsts + ".join()").asText();
        browser.value("regions().tHead.rows[0].cells[0].querySelector('button').focus()");
        browser.press("Enter");
        String sorted = browser.value(firsts + ".join()").asText();

        assertThat(browser.value("regions().tHead.rows[0].cells[0].getAttribute('aria-sort')")
                        .asText())
                .isEqualTo("ascending");
        assertThat(List.of(sorted.split(","))).isSorted();
        assertThat(browser.value("regions().tBodies[1].textContent").asText()).contains("All regions");
        browser.press("Enter");
        browser.press("Enter");
        assertThat(browser.value(firsts + ".join()").asText()).isEqualTo(before);
        browser.value("regions().tHead.rows[0].cells[2].querySelector('button').focus()");
        browser.press("Enter");
        assertThat(browser.value("Array.from(regions().tBodies[0].rows)"
                                + ".map(row => +row.cells[2].querySelector('data').value)"
                                + ".every((value, i, all) => i === 0 || all[i - 1] >= value)")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void breaksNoRuleOfAccessibility(String scheme) throws Exception {
        String rules = rules();
        for (Path page : List.of(sample, persian)) {
            browser.prefer(scheme);
            browser.resize(1440, 900);
            browser.open(page);
            browser.value(rules + "; 0");
            browser.value("document.querySelectorAll('details').forEach(part => part.open = true)");

            assertThat(browser.value("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                                    + " 'best-practice']}).then(found => found.violations.map(one => one.id + ': '"
                                    + " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')))")
                            .toString())
                    .isEqualTo("[]");
        }
        browser.prefer("light");
    }

    /** Of axe-core, whose file names its version. */
    private static String rules() throws Exception {
        try (InputStream in =
                BrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            assumeTrue(in != null, "Skipped: no axe-core on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fitsTheTablesOfADeskOnIt() throws Exception {
        browser.resize(1440, 900);
        browser.open(sample);

        assertThat(browser.value("Array.from(document.querySelectorAll('.body > .scroll'))"
                                + ".filter(box => box.scrollWidth > box.clientWidth + 1).length")
                        .asInt())
                .isZero();
    }

    @Test
    void mirrorsThePageForThoseWhoReadFromRightToLeft() throws Exception {
        browser.resize(1440, 900);
        browser.open(persian);

        assertThat(browser.value("document.documentElement.dir").asText()).isEqualTo("rtl");
        assertThat(browser.value("document.querySelector('section header').getBoundingClientRect().left"
                                + " > document.querySelector('section .body').getBoundingClientRect().left")
                        .asBoolean())
                .isTrue();
        assertThat(browser.value("document.querySelectorAll('[data-mirrored]').length")
                        .asInt())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 390, 768, 1024, 1440, 2560})
    void neverScrollsThePageSideways(int width) throws Exception {
        for (Path page : List.of(sample, hostile, persian)) {
            browser.resize(width, 900);
            browser.open(page);

            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .as(page.getFileName() + " at " + width)
                    .isLessThanOrEqualTo(width);
        }
    }

    private static void focusMark() throws Exception {
        browser.value("Array.from(document.querySelectorAll('svg.chart [tabindex=\"0\"]'))"
                + ".find(mark => mark.getClientRects().length > 0).focus()");
    }

    private static String tip() throws Exception {
        return browser.value("document.querySelector('.tip').hidden ? '' : document.querySelector('.tip').textContent")
                .asText();
    }
}
