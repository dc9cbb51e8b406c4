package org.kvartal.reports.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.kvartal.ingest.lake.FaultPoint;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.fact.Language;
import org.w3c.dom.Document;

/** The report on A4 paper, with page numbers, bookmarks, embedded fonts and the tags that screen readers need. */
public final class PdfReport {
    /** The logo, which is in the page itself. */
    private static final String PICTURE_INSIDE = "data:image/png;base64,";

    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;

    private final Templates templates = new Templates();
    private final Brand brand;

    public PdfReport() {
        this(Brand.of(""));
    }

    public PdfReport(Brand brand) {
        this.brand = brand;
    }

    static {
        // It tells what it is doing at every step; only what goes wrong is worth a line in the log of a night.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    public void write(Report report, Path file) throws IOException {
        Language language = Language.of(report.locale());
        String page = templates.fill(
                "paper.html",
                report,
                Map.of(
                        "style", Resource.text("/style/paper.css") + BrandStyle.paper(brand),
                        "logo", brand.logo(),
                        "direction", language.direction(),
                        "hasDetails", report.sections().stream().anyMatch(new Printing(report)::hasMore),
                        "columns", TraceColumns.of(report)));
        Document document = WellFormed.document(page);
        if (language.isRightToLeft()) {
            MirroredTables.mirror(document);
        }
        print(document, report.cover().asOf(), file);
    }

    static void print(Document page, LocalDate asOf, Path file) throws IOException {
        try (PDDocument pdf = new PDDocument();
                OutputStream out = Files.newOutputStream(file)) {
            FaultPoint.reached("report-opened");
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(pdf)
                    .withW3cDocument(page, "")
                    .useUnicodeBidiSplitter(ReadingDirections::new)
                    .useUnicodeBidiReorderer(new JoinedLetters())
                    .useSVGDrawer(new BatikSVGDrawer())
                    .usePdfUaAccessibility(true);
            refuseEverythingOutside(builder);
            List<PDFont> fonts = addFonts(builder, pdf);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                dateBy(asOf, pdf);
                PlainLetters.restore(pdf, fonts);
                pdf.save(out);
            }
        }
    }

    /** Charts and fonts are handed over; a name or an address in the data must never make the renderer fetch a thing. */
    private static void refuseEverythingOutside(PdfRendererBuilder builder) {
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith(PICTURE_INSIDE), moment);
        }
    }

    private static List<PDFont> addFonts(PdfRendererBuilder builder, PDDocument pdf) throws IOException {
        return List.of(
                addFont(builder, pdf, "IBM Plex Sans", REGULAR, "IBMPlexSans-Regular"),
                addFont(builder, pdf, "IBM Plex Sans", SEMIBOLD, "IBMPlexSans-SemiBold"),
                addFont(builder, pdf, "IBM Plex Sans Arabic", REGULAR, "IBMPlexSansArabic-Regular"),
                addFont(builder, pdf, "IBM Plex Sans Arabic", SEMIBOLD, "IBMPlexSansArabic-SemiBold"));
    }

    /** Ligatures are off: "first" is to be found by who searches for it, not only by who looks for the sign fi. */
    private static PDFont addFont(PdfRendererBuilder builder, PDDocument pdf, String family, int weight, String file)
            throws IOException {
        TrueTypeFont font =
                new TTFParser().parse(new RandomAccessReadBuffer(Resource.bytes("/fonts/" + file + ".ttf")));
        font.setEnableGsub(false);
        PDFont embedded = PDType0Font.load(pdf, font, true);
        builder.useFont(new PDFontSupplier(embedded), family, weight, FontStyle.NORMAL, true);
        return embedded;
    }

    /** The same report gives the same file on whatever day it is rendered. */
    private static void dateBy(LocalDate asOf, PDDocument pdf) {
        Calendar date = GregorianCalendar.from(asOf.atStartOfDay(ZoneOffset.UTC));
        pdf.getDocumentInformation().setCreationDate(date);
        pdf.getDocumentInformation().setModificationDate(date);
        pdf.setDocumentId(asOf.toEpochDay());
    }
}
