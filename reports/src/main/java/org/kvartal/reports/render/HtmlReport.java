package org.kvartal.reports.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.fact.Language;

/**
 * One file that needs no other: style, fonts and one script are inside, and nothing may be fetched. Style and script are
 * allowed by their hashes, so that no other, whatever a name in the data holds, is ever obeyed.
 */
public final class HtmlReport {
    private static final int ARABIC_FROM = 0x0600;
    private static final int ARABIC_TO = 0x06FF;

    private final Templates templates = new Templates();
    private final Brand brand;

    public HtmlReport() {
        this(Brand.of(""));
    }

    public HtmlReport(Brand brand) {
        this.brand = brand;
    }

    public void write(Report report, Path file) throws IOException {
        Files.writeString(file, render(report));
    }

    String render(Report report) throws IOException {
        String script = script();
        String body = templates.fill("body.html", report, Map.of("logo", brand.logo(), "script", script));
        String style = style(body) + BrandStyle.screen(brand);
        return templates.fill(
                "page.html",
                report,
                Map.of(
                        "body", body,
                        "style", style,
                        "styleHash", Resource.sha256(style),
                        "scriptHash", Resource.sha256(script),
                        "pictures", BrandStyle.pictures(brand),
                        "direction", Language.of(report.locale()).direction()));
    }

    /** Arabic letters cost 200 kB, so they come only with a report that has some. */
    private static String style(String body) throws IOException {
        StringBuilder style = new StringBuilder();
        style.append(Resource.face("IBM Plex Sans", 400, "IBMPlexSans-Regular"));
        style.append(Resource.face("IBM Plex Sans", 600, "IBMPlexSans-SemiBold"));
        if (body.chars().anyMatch(c -> c >= ARABIC_FROM && c <= ARABIC_TO)) {
            style.append(Resource.face("IBM Plex Sans Arabic", 400, "IBMPlexSansArabic-Regular"));
            style.append(Resource.face("IBM Plex Sans Arabic", 600, "IBMPlexSansArabic-SemiBold"));
        }
        return style.append(Resource.text("/style/screen.css")).toString();
    }

    /** Marked so that the page is also well-formed XML; to HTML the marks are comments of the script. */
    private static String script() throws IOException {
        return "//<![CDATA[\n" + Resource.text("/script/screen.js") + "//]]>";
    }
}
