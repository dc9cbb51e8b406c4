package org.kvartal.reports.render;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.document.SampleReport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read on screen is read on paper too, figure by figure. */
class SameNumbersTest {

    @Test
    void everyNumberOfTheScreenStandsOnPaper(@TempDir Path folder) throws Exception {
        String html = new HtmlReport().render(SampleReport.report());
        Path file = folder.resolve("report.pdf");
        new PdfReport().write(SampleReport.report(), file);
        Set<String> paper = words(text(file));

        List<String> missing = printed(html).stream()
                .flatMap(number -> words(number).stream())
                .filter(word -> word.matches("\\W?\\d.*"))
                .filter(word -> !paper.contains(word))
                .toList();

        assertThat(missing).isEmpty();
    }

    /** Facts in sentences and tables, and the numbers in charts; not those of the tables behind charts and of axes. */
    private static List<String> printed(String html) throws Exception {
        Document page = WellFormed.document(html.substring(html.indexOf("<html")));
        List<Element> facts = elements(page, "data").stream()
                .filter(element -> !isIn(element, "details"))
                .toList();
        List<Element> letters = elements(page, "text").stream()
                .filter(element -> isIn(element, "div", "wide"))
                .filter(element -> element.getAttribute("class").startsWith("text"))
                .toList();
        assertThat(facts).hasSizeGreaterThan(100);
        assertThat(letters).hasSizeGreaterThan(40);
        return Stream.concat(facts.stream(), letters.stream())
                .map(Element::getTextContent)
                .toList();
    }

    private static boolean isIn(Element element, String name) {
        return isIn(element, name, "");
    }

    private static boolean isIn(Element element, String name, String cssClass) {
        if (!(element.getParentNode() instanceof Element parent)) {
            return false;
        }
        boolean matches = parent.getTagName().equals(name)
                && (cssClass.isEmpty() || parent.getAttribute("class").equals(cssClass));
        return matches || isIn(parent, name, cssClass);
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static String text(Path file) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split("[\\s\u00a0\u202f;,.]+(?=\\D|$)|[\\s\u00a0]+")));
        words.remove("");
        return words;
    }
}
