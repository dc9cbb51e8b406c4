package org.kvartal.reports.render;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.document.HostileReport;
import org.kvartal.reports.document.SampleReport;
import org.kvartal.reports.fact.Characters;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlReportTest {
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private static String sample;
    private static String hostile;

    @BeforeAll
    static void render() throws Exception {
        sample = new HtmlReport().render(SampleReport.report());
        hostile = new HtmlReport().render(HostileReport.ofNames());
    }

    @Test
    void givesTheSameBytesForTheSameReport(@TempDir Path folder) throws Exception {
        new HtmlReport().write(SampleReport.report(), folder.resolve("index.html"));

        assertThat(Files.readString(folder.resolve("index.html"))).isEqualTo(sample);
    }

    @Test
    void allowsNothingButItsOwnStyleScriptAndFonts() throws Exception {
        assertThat(sample)
                .contains("content=\"default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; script-src 'sha256-"
                        + hash(SCRIPT) + "'; font-src data:; base-uri 'none'; form-action 'none'\"");
        assertThat(sample).doesNotContain(" style=\"", "@import", " onclick=", " onload=");
        assertThat(sample.split("<script", -1)).hasSize(2);
        assertThat(sample.split("<style", -1)).hasSize(2);
    }

    @Test
    void hasTheSameScriptWhateverTheNamesAre() {
        assertThat(content(SCRIPT, hostile)).isEqualTo(content(SCRIPT, sample)).doesNotContain("eval", "innerHTML");
    }

    private static String hash(Pattern element) throws Exception {
        byte[] bytes = content(element, sample).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String content(Pattern element, String page) {
        Matcher matcher = element.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void refersToNothingOutsideItself() {
        String withoutNamespaces = sample.replace("http://www.w3.org/2000/svg", "");

        assertThat(withoutNamespaces).doesNotContain("http:", "https:", "<link", "<img", "<iframe");
        assertThat(Pattern.compile("href=\"([^\"]*)\"")
                        .matcher(sample)
                        .results()
                        .map(match -> match.group(1)))
                .allMatch(link -> link.startsWith("#"));
    }

    @Test
    void printsHostileNamesAsTextAndNothingElse() throws Exception {
        Document page = document(hostile);
        String text = page.getDocumentElement().getTextContent();

        for (String name : HostileReport.NAMES) {
            assertThat(text)
                    .contains(Characters.shortened(Characters.printable(name), 160)
                            .strip());
        }
        assertThat(elements(page, "script")).hasSize(1);
        assertThat(elements(page, "img")).isEmpty();
        assertThat(elements(page, "b")).isEmpty();
    }

    @Test
    void hasTheSameElementsWhateverTheNamesAre() throws Exception {
        List<Element> figures = elements(document(hostile), "figure");

        assertThat(figures).hasSize(3 * HostileReport.NAMES.size());
    }

    @Test
    void carriesArabicLettersOnlyWhenThereAreSome() {
        assertThat(sample).doesNotContain("IBM Plex Sans Arabic\";font-weight");
        assertThat(hostile).contains("IBM Plex Sans Arabic\";font-weight");
    }

    @Test
    void putsTheNumbersBehindEveryChart() throws Exception {
        for (Element figure : elements(document(sample), "figure")) {
            Element details = (Element) figure.getElementsByTagName("details").item(0);
            assertThat(details.getElementsByTagName("tr").getLength()).isGreaterThan(1);
            assertThat(figure.getElementsByTagName("svg").getLength()).isEqualTo(2);
        }
    }

    @Test
    void printsEveryFactWithItsTraceCode() throws Exception {
        Document page = document(sample);
        List<String> codes = elements(page, "data").stream()
                .map(data -> data.getAttribute("data-code"))
                .toList();
        Element traces = elements(page, "table").stream()
                .filter(table -> table.getAttribute("class").equals("traces"))
                .findFirst()
                .orElseThrow();

        SampleReport.report()
                .sections()
                .forEach(section -> section.facts()
                        .filter(fact -> fact.number().isPresent())
                        .forEach(fact -> {
                            assertThat(codes).contains(fact.origin().code());
                            assertThat(traces.getTextContent())
                                    .contains(
                                            fact.origin().code(), fact.origin().sql());
                        }));
    }

    @Test
    void namesLanguageAndLandmarks() throws Exception {
        Document page = document(sample);

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        for (String landmark : List.of("header", "nav", "main")) {
            assertThat(elements(page, landmark)).isNotEmpty();
        }
        for (Element section : elements(page, "section")) {
            String heading = section.getAttribute("aria-labelledby");
            assertThat(sample).contains("<h2 id=\"" + heading + "\"");
        }
    }

    @Test
    void showsABlockedSectionWithItsReason() throws Exception {
        Element section = elements(document(sample), "section").stream()
                .filter(element -> element.getAttribute("id").equals("stock-cover"))
                .findFirst()
                .orElseThrow();

        assertThat(section.getTextContent()).contains("Blocked", "The stock levels are 41 hours old");
    }

    private static Document document(String page) throws Exception {
        return WellFormed.document(page.substring(page.indexOf("<html")));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
