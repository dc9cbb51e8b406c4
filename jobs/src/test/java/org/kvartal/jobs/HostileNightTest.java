package org.kvartal.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.HeadlessBrowser.Visit;
import org.kvartal.jobs.TinyProject.Outcome;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.trace.TraceRegistry;
import org.xml.sax.ErrorHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A night of names that attack: in every published file nothing of them executes, breaks or vanishes. */
class HostileNightTest {
    private static final Pattern PRINTED =
            Pattern.compile("<data class=\"fact\" value=\"([^\"]*)\"[^>]* data-code=\"([^\"]*)\">(.*?)</data>");
    private static final Pattern COMPUTED = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");
    private static final Pattern FIGURE = Pattern.compile("\\d+([.,]\\d+)*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    @TempDir
    private static Path folder;

    private static Path release;

    @BeforeAll
    static void runNight() throws IOException {
        HostileProject project = HostileProject.in(folder);
        Outcome outcome = project.runNight();
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        release = project.release().toRealPath();
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> found = Files.walk(release)) {
            List<Path> files = found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(files).as(ending).isNotEmpty();
            return files;
        }
    }

    private static String page(String name) throws IOException {
        return Files.readString(release.resolve("report").resolve(name));
    }

    /** Names that are kept, as they are compared: without blanks and what is taken out of texts. */
    private static List<String> kept(String role) {
        return IntStream.range(0, HostileNames.COUNT)
                .mapToObj(i -> HostileNames.of(role, i))
                .filter(name -> !name.startsWith(HostileNames.FOREIGN) && !name.startsWith(HostileNames.ENDLESS))
                .map(HostileNightTest::bare)
                .toList();
    }

    private static String bare(String name) {
        return name.replaceAll("[\\p{Cntrl}\\s\u2028\ufffe]", "");
    }

    @Test
    void keepsEveryNameInTheDatasetsOrTellsWhyNot() {
        try (Datasets datasets = Datasets.open(release.resolve("data"))) {
            for (String table : List.of("products", "competitors", "accounts")) {
                List<String> names = new ArrayList<>();
                for (int i = 0; i < datasetsRows(datasets, table); i++) {
                    names.add(bare((String)
                            datasets.row("select name from crm." + table + " order by name limit 1 offset " + i)[0]));
                }
                assertThat(names).containsExactlyInAnyOrderElementsOf(kept(table.substring(0, table.length() - 1)));
                assertThat(datasets.row("select count(*) from quarantine." + table)[0])
                        .isEqualTo(2L);
            }
        }
    }

    private static long datasetsRows(Datasets datasets, String table) {
        return (Long) datasets.row("select count(*) from crm." + table)[0];
    }

    @Test
    void givesSpreadsheetsNothingToCompute() throws IOException {
        for (Path file : files(".csv")) {
            try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
                rows.forEach(row -> assertThat(row.getFields())
                        .as(file.toString())
                        .noneMatch(field -> COMPUTED.matcher(field).find()
                                && !NUMBER.matcher(field).matches()));
            }
        }
    }

    @Test
    void showsNamesOnPagesAsText() throws IOException {
        for (String language : HostileProject.LANGUAGES) {
            for (String name : List.of("index.html", "encyclopedia/competitors.html", "encyclopedia/products.html")) {
                String page = page(language + "/" + name);
                assertThat(page.split("<script", -1)).as(language + name).hasSize(2);
                assertThat(page).doesNotContain("<img", "<svg onload", "href=\"javascript", "href=\"http");
                assertThat(page).contains("&lt;script&gt;document.title");
            }
            String products = page(language + "/encyclopedia/products.html");
            for (int i = 0; i < HostileNames.COUNT; i++) {
                boolean gone = !kept("product").contains(bare(HostileNames.of("product", i)));
                assertThat(products.contains(HostileNames.mark("product", i).strip()))
                        .as(language + " product " + i)
                        .isEqualTo(!gone);
            }
        }
    }

    @Test
    void printsTheSameNumbersInEveryLanguage() throws IOException {
        for (String name : List.of("index.html", "encyclopedia/competitors.html", "encyclopedia/products.html")) {
            List<String> english = numbers(page("en/" + name));
            assertThat(english).hasSizeGreaterThan(100);
            for (String language : HostileProject.LANGUAGES) {
                assertThat(numbers(page(language + "/" + name)))
                        .as(language + name)
                        .isEqualTo(english);
            }
        }
    }

    /** Codes with their values; what stands where may differ between languages. */
    private static List<String> numbers(String page) {
        return PRINTED.matcher(page)
                .results()
                .map(found -> found.group(2) + "=" + found.group(1))
                .sorted()
                .toList();
    }

    @Test
    void printsOnPaperEveryFigureOfThePage() throws IOException {
        for (String language : List.of("en", "fa")) {
            Set<String> paper = figures(text(release.resolve("report/" + language + "/report.pdf")));
            PRINTED.matcher(page(language + "/index.html"))
                    .results()
                    .filter(found -> NUMBER.matcher(found.group(1)).matches())
                    .forEach(found -> assertThat(paper)
                            .as(language + " " + found.group(2))
                            .containsAll(figures(found.group(3).replaceAll("<[^>]*>", ""))));
        }
    }

    /** Runs of digits with their marks, Persian ones as the others: what stands around them is the renderer's. */
    private static Set<String> figures(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .map(c -> c == '\u066b' ? '.' : c == '\u066c' ? ',' : c)
                .forEach(plain::appendCodePoint);
        return FIGURE.matcher(plain).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void givesPaperNothingToDo() throws IOException {
        for (Path file : files(".pdf")) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
                assertThat(document.getDocumentCatalog().getCOSObject().getItem(COSName.AA))
                        .isNull();
                for (PDPage page : document.getPages()) {
                    for (PDAnnotation annotation : page.getAnnotations()) {
                        assertThat(annotation.getCOSObject().toString())
                                .doesNotContain("COSName{URI}", "COSName{JavaScript}", "COSName{Launch}");
                    }
                }
            }
            assertThat(text(file)).isNotBlank();
        }
    }

    @Test
    void writesWorkbooksWithoutFormulasOfTheData() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        for (Path file : files(".xlsx")) {
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    byte[] bytes = zip.readAllBytes();
                    var builder = factory.newDocumentBuilder();
                    builder.setErrorHandler((ErrorHandler) null);
                    builder.parse(new ByteArrayInputStream(bytes));
                    String xml = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(entry.getName()).doesNotContain("externalLink");
                    assertThat(xml).doesNotContain("TargetMode=\"External\"");
                    assertThat(xml).doesNotContainPattern("<hyperlink [^>]*r:id=");
                    assertThat(Pattern.compile("<f[^>]*>(.*?)</f>").matcher(xml).results())
                            .allSatisfy(found -> assertThat(found.group(1)).doesNotContain("cmd", "HYPERLINK", "~"));
                }
            }
        }
    }

    @Test
    void writesFilesThatMachinesRead() throws IOException {
        for (String ending : List.of(".json", ".ipynb")) {
            for (Path file : files(ending)) {
                assertThat(new ObjectMapper().readTree(file.toFile()))
                        .as(file.toString())
                        .isNotNull();
            }
        }
    }

    @Test
    void leadsFromEveryNumberToItsRows() {
        TraceRegistry registry = TraceRegistry.read(release).orElseThrow();
        try (Datasets datasets = Datasets.open(release.resolve("data"))) {
            assertThat(registry.traces())
                    .allSatisfy(trace -> assertThat(trace.isGivenBy(datasets))
                            .as(trace.sql())
                            .isTrue());
        }
    }

    @Test
    void doesNothingInABrowser() throws Exception {
        Optional<Path> program = HeadlessBrowser.program();
        assumeTrue(program.isPresent(), "Skipped: no Chromium on the path");
        for (String name : List.of(
                "report/en/index.html",
                "report/fa/index.html",
                "report/en/encyclopedia/competitors.html",
                "report/en/encyclopedia/products.html",
                "data/dictionary.html")) {
            Visit visit = HeadlessBrowser.visit(program.get(), release.resolve(name), folder);

            assertThat(visit.page()).as(name).contains("</html>").doesNotContain("<title>hostile</title>");
            assertThat(visit.requests()).as(name).isEmpty();
            assertThat(visit.complaints()).as(name).isEmpty();
        }
    }
}
