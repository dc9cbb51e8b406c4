package org.kvartal.jobs.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.reports.publish.ReportFormat;

/** A published report as it is sent. */
final class ReportFiles {
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

    /** What mail servers take as a rule, before the mail makes it a third longer. */
    private static final long LARGEST_BYTES = 15_000_000;

    private final ReportMail mail;
    private final LocalDate asOf;
    private final String run;
    private final String page;
    private final Map<String, String> attachments = new LinkedHashMap<>();
    private final StringBuilder list = new StringBuilder();

    private ReportFiles(ReportMail mail, LocalDate asOf, String run, String page) {
        this.mail = mail;
        this.asOf = asOf;
        this.run = run;
        this.page = page;
    }

    /** Empty when the release has no such report. */
    static Optional<ReportFiles> of(ReportMail mail, LocalDate asOf, String run, Path output, Path release) {
        try {
            // The link of a date leads to another release when the date is run again; what is sent must stay.
            Path folder = mail.in(release.toRealPath());
            Path page = folder.resolve(ReportFormat.HTML.file());
            if (!Files.isRegularFile(page)) {
                return Optional.empty();
            }
            ReportFiles files = new ReportFiles(mail, asOf, run, Files.readString(page));
            for (ReportFormat format : mail.formats()) {
                files.attach(folder.resolve(format.file()), output.toRealPath());
            }
            return Optional.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the report in " + release + ": " + e.getMessage(), e);
        }
    }

    private void attach(Path file, Path output) throws IOException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            list.append(name).append(": not in this release\n");
        } else if (Files.size(file) > LARGEST_BYTES) {
            list.append(file).append(": too large for a mail\n");
        } else {
            String dated = name.replace(".", "-" + asOf + ".");
            attachments.put(dated, output.relativize(file).toString());
            list.append(dated).append("\n");
        }
    }

    Message message(String recipient, Instant at) {
        String title = title();
        return Message.report(
                asOf,
                content(),
                mail,
                recipient,
                title,
                title + "\n\n" + list + "\nKvartal, " + run + "\n",
                attachments,
                at);
    }

    /** In the language of the report. */
    private String title() {
        Matcher title = TITLE.matcher(page);
        String found = title.find() ? title.group(1) : "Report, " + asOf;
        return OneLine.of(found.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }

    /** Tells reports apart by all that they say, but for the run that they name: the same run again says the same. */
    private String content() {
        return Message.digest(List.of(page.replace(run, "")));
    }
}
