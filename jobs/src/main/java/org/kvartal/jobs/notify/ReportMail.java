package org.kvartal.jobs.notify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.publish.ReportFormat;

/**
 * Section {@code delivery.<name>}: who is sent the report when a new one is published.
 *
 * @param edition empty for the report that every project has
 */
public record ReportMail(String name, List<String> to, List<ReportFormat> formats, String language, String edition) {
    private static final List<String> FORMATS = List.of("pdf", "xlsx");

    public ReportMail {
        to = List.copyOf(to);
        formats = List.copyOf(formats);
    }

    /**
     * Reads it.
     *
     * @param editions those that the project has beside its first report
     */
    static ReportMail read(
            String name,
            ConfigSection section,
            Optional<MailServer> server,
            List<String> languages,
            List<String> editions) {
        List<String> to = Channel.addresses(section);
        section.require(server.isPresent(), "to", "needs the section mail, which names the server");
        List<String> written = section.texts("formats", List.of("pdf"));
        section.require(
                FORMATS.containsAll(written) && !written.isEmpty(), "formats", "must be chosen from " + FORMATS);
        List<ReportFormat> formats = new ArrayList<>();
        for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.XLSX)) {
            if (written.stream().anyMatch(format.name()::equalsIgnoreCase)) {
                formats.add(format);
            }
        }
        String language = section.text("language", languages.isEmpty() ? "en" : languages.get(0));
        section.require(
                languages.contains(language), "language", "must be one of the project's languages " + languages);
        String edition = section.text("edition", "");
        section.require(
                edition.isEmpty() || editions.contains(edition),
                "edition",
                editions.isEmpty() ? "names none: report.editions is empty" : "must be one of " + editions);
        return new ReportMail(name, to, formats, language, edition);
    }

    /** The name under which its messages stand in the outbox. */
    String channel() {
        return "delivery." + name;
    }

    /** The folder of the report in a release. */
    Path in(Path release) {
        Path reports = edition.isEmpty()
                ? release.resolve(Releases.REPORTS)
                : release.resolve(Releases.EDITIONS).resolve(edition);
        return reports.resolve(language);
    }
}
