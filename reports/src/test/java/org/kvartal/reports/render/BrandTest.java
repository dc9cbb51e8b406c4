package org.kvartal.reports.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.SampleReport;

import static org.assertj.core.api.Assertions.assertThat;

class BrandTest {
    private static final String PIXEL =
            "<img alt=\"\" src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf"
                    + "FcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"/>";
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path" + " d=\"M0 0h9v9z\"></path></svg>";

    @TempDir
    Path folder;

    private static String html(Brand brand) throws IOException {
        return new HtmlReport(brand).render(SampleReport.report());
    }

    @Test
    void allowsPicturesOnlyWhereThereIsOne() throws IOException {
        assertThat(html(Brand.of("Northwind"))).doesNotContain("img-src").doesNotContain("class=\"logo\"");
        assertThat(html(Brand.of("Northwind").logo(DRAWING)))
                .doesNotContain("img-src")
                .contains(DRAWING);
        assertThat(html(Brand.of("Northwind").logo(PIXEL)))
                .contains("font-src data:; img-src data:; base-uri 'none'")
                .contains(PIXEL);
    }

    /** What is better and what is worse keeps its colour. */
    @Test
    void coloursNamesAndHeadingsOnly() throws IOException {
        String page = html(Brand.of("Northwind").accent("#7a1f3d", "#c39aa7"));
        assertThat(page)
                .contains(".masthead .organisation,nav h2{color:#7a1f3d}")
                .contains("{.masthead .organisation,nav h2{color:#c39aa7}}")
                .contains("--accent: #17608a");
    }

    @Test
    void printsThePictureOnPaper() throws IOException {
        assertThat(pictures(Brand.of("Northwind"))).isZero();
        assertThat(pictures(Brand.of("Northwind").logo(PIXEL))).isOne();
    }

    private long pictures(Brand brand) throws IOException {
        Path file = folder.resolve("report.pdf");
        new PdfReport(brand).write(SampleReport.report(), file);
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            PDResources resources = pdf.getPage(0).getResources();
            long count = 0;
            for (COSName name : resources.getXObjectNames()) {
                count += resources.getXObject(name) instanceof PDImageXObject ? 1 : 0;
            }
            return count;
        }
    }
}
