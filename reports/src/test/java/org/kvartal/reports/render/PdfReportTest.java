package org.kvartal.reports.render;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.HostileReport;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.SampleReport;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

import static org.assertj.core.api.Assertions.assertThat;

class PdfReportTest {
    @TempDir
    static Path folder;

    private static Path sample;

    @BeforeAll
    static void render() throws IOException {
        sample = folder.resolve("sample.pdf");
        new PdfReport().write(SampleReport.report(), sample);
    }

    @Test
    void givesTheSameBytesForTheSameReport() throws IOException {
        Path again = folder.resolve("again.pdf");
        new PdfReport().write(SampleReport.report(), again);

        assertThat(again).hasSameBinaryContentAs(sample);
    }

    @Test
    void isDatedByTheReport() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(sample.toFile())) {
            Calendar created = pdf.getDocumentInformation().getCreationDate();

            assertThat(created.toInstant()).isEqualTo("2025-12-31T00:00:00Z");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Northwind Instruments: Quarterly sales report, 31 Dec 2025");
        }
    }

    @Test
    void hasNoBlankPageAndAStripAndNumberOnEach() throws IOException {
        List<String> pages = pages(sample);

        assertThat(pages).hasSizeBetween(9, 14);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains((i + 1) + " / " + pages.size());
            assertThat(pages.get(i).length()).isGreaterThan(200);
        }
        assertThat(pages.subList(1, pages.size()))
                .allSatisfy(
                        page -> assertThat(page)
                                .contains(
                                        "Northwind Instruments Quarterly sales report · Data as of 31 Dec 2025 · Grade B · EUR"));
    }

    @Test
    void repeatsTheHeadOfATableOnItsNextPageButNotItsTotal() throws IOException {
        List<String> pages = pages(sample);
        List<String> withTable = pages.stream()
                .filter(page -> page.contains("Spectrometer line"))
                .toList();

        assertThat(withTable).hasSizeGreaterThan(1);
        assertThat(withTable.subList(0, 2)).allSatisfy(page -> assertThat(page).contains("Last activity"));
        assertThat(withTable.stream().filter(page -> page.contains("38 opportunities")))
                .hasSize(2);
    }

    @Test
    void cutsALongTableInTheBodyAndTellsWhereTheRestIs() throws IOException {
        String text = String.join("\n", pages(sample));

        assertThat(text).containsPattern("31 more rows: page \\d+");
    }

    @Test
    void givesASectionNoMoreThanAPageBesidesTheCover() throws IOException {
        assertThat(body())
                .hasSizeLessThanOrEqualTo(1 + SampleReport.report().sections().size());
    }

    @Test
    void printsTheTraceCodesOfMessagesAndKeyFiguresInTheBody() throws IOException {
        List<String> body = body();

        SampleReport.report()
                .sections()
                .forEach(section -> section.lead()
                        .facts()
                        .filter(fact -> fact.number().isPresent())
                        .forEach(fact -> assertThat(body)
                                .anyMatch(page -> page.contains(fact.origin().code()))));
    }

    @Test
    void listsTheCodeOfEveryNumberBesideIt() throws IOException {
        String text = String.join("\n", pages(sample));

        assertThat(SampleReport.report().facts().filter(fact -> fact.number().isPresent()))
                .allSatisfy(fact -> assertThat(text).contains(fact.origin().code()));
    }

    @Test
    void embedsEveryFontAndTagsEveryPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(sample.toFile())) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void hasABookmarkForEverySectionAndTheAppendix() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(sample.toFile())) {
            List<String> titles = StreamSupport.stream(
                            pdf.getDocumentCatalog()
                                    .getDocumentOutline()
                                    .children()
                                    .spliterator(),
                            false)
                    .map(PDOutlineItem::getTitle)
                    .toList();

            assertThat(titles)
                    .containsExactly(
                            "Result",
                            "What changed",
                            "Outlook",
                            "Pipeline",
                            "Price, product, competitor",
                            "Service and training",
                            "Stock cover",
                            "Data quality",
                            "Details",
                            "How to read this report",
                            "Where every number comes from");
        }
    }

    @Test
    void printsHostileNamesAsText() throws IOException {
        Path file = folder.resolve("hostile.pdf");
        new PdfReport().write(HostileReport.ofNames(), file);
        String text = String.join("\n", pages(file)).replaceAll("\\s+", " ");

        assertThat(text)
                .contains(
                        "<script>alert(1)</script> and €1,234",
                        "=cmd|'/C calc'!A0 and €1,234",
                        "<img src=http://example.org/x onerror=alert(2)>&lt;b&gt; and €1,234",
                        "bell\uFFFD null\uFFFD escape\uFFFD next\uFFFD half\uFFFD and €1,234",
                        "invoice\uFFFDfdp.exe \uFFFDisolated and €1,234",
                        "@SUM(1+1) and €1,234");
    }

    /** The renderer stops at a head that is taller than a page. */
    @Test
    void printsHeadsOfUnitsWithoutEnd() throws IOException {
        Fact fact = Fact.of(5, Unit.named(HostileReport.LONG, 0), Origin.of("t", "m"));
        Text name = Text.name(HostileReport.LONG);
        Column column = Column.exact(name, fact.unit());
        DataTable table = DataTable.of(name, Column.text(name), column, column, column, column, column, column)
                .row(
                        Cell.label(name),
                        Cell.number(fact),
                        Cell.number(fact),
                        Cell.number(fact),
                        Cell.number(fact),
                        Cell.number(fact),
                        Cell.number(fact));
        Report sample = SampleReport.report();
        Section section = Section.answering("units", name, name).lead(name).with(table);
        Path file = folder.resolve("units.pdf");

        new PdfReport().write(new Report(sample.title(), Locale.ENGLISH, sample.cover(), List.of(section)), file);

        assertThat(String.join("\n", pages(file))).contains("Endless");
    }

    @Test
    void fetchesNothingEvenIfMarkupGotIntoThePage() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String page = """
                    <html lang="en"><head><title>t</title><link rel="stylesheet" type="text/css" href="%1$s/a.css"/>
                    <style>@import url("%1$s/b.css"); p { background: url("%1$s/c.png") }</style></head>
                    <body><p>text <img alt="" src="%1$s/d.png"/></p>
                    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" alt="x" width="9"
                    height="9"><image xlink:href="%1$s/e.png" width="9" height="9"/></svg></body></html>
                    """.formatted(address);
            PdfReport.print(WellFormed.document(page), LocalDate.of(2025, 12, 31), folder.resolve("fetch.pdf"));
        } finally {
            server.stop(0);
        }

        assertThat(requests).hasValue(0);
    }

    @Test
    void printsTablesThatAreWiderThanThePage() throws IOException {
        Unit eur = Unit.money("EUR");
        Fact fact = Fact.of(123_456_789L, eur, Origin.of("mart.wide", "sum(amount)"));
        Column[] columns = new Column[30];
        Cell[] cells = new Cell[30];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i == 0 ? Column.text("Member") : Column.exact("Measure" + i, eur);
            cells[i] = i == 0 ? Cell.label("East") : Cell.number(fact);
        }
        Section section = Section.answering("wide", "Wide", "Does it fit?")
                .with(DataTable.of("Wide", columns).row(cells).total(cells));
        Path file = folder.resolve("wide.pdf");

        new PdfReport()
                .write(
                        new Report(
                                Text.of("Wide"),
                                Locale.ENGLISH,
                                SampleReport.report().cover(),
                                List.of(section)),
                        file);

        assertThat(pages(file)).hasSizeLessThan(6);
    }

    private static List<String> body() throws IOException {
        return pages(sample).stream()
                .takeWhile(page -> !page.contains("What stands behind the pages before"))
                .toList();
    }

    private static List<String> pages(Path file) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf).replace('\u00a0', ' '));
            }
        }
        return pages;
    }
}
