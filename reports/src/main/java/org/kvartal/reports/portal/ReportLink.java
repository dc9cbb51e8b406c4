package org.kvartal.reports.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Language;

/**
 * A report of a release in one language, as the list of reports shows it.
 *
 * @param language its tag, {@code sk}
 * @param languageName what its readers call it
 * @param title as it stands above the report, escaped
 * @param pages addresses of the HTML pages beside the report, by their titles
 * @param files addresses of the other formats, by their ending
 */
record ReportLink(
        String language, String languageName, String title, String address, List<Link> pages, List<Link> files) {
    /** An address and what it is called; the words are escaped. */
    record Link(String words, String address) {}

    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final int HEAD_BYTES = 4000;

    /** On which side the language begins to read, as HTML has it. */
    public String direction() {
        return Language.of(Locale.forLanguageTag(language)).direction();
    }

    static List<ReportLink> of(Release release) throws IOException {
        Path reports = release.root().resolve("report");
        List<ReportLink> links = new ArrayList<>();
        for (Path folder : children(reports)) {
            if (Files.isRegularFile(folder.resolve("index.html"))) {
                links.add(of(release, folder));
            }
        }
        return links;
    }

    private static ReportLink of(Release release, Path folder) throws IOException {
        String language = folder.getFileName().toString();
        Locale locale = Locale.forLanguageTag(language);
        String address = "/releases/" + release.asOf() + "/report/" + language + "/";
        List<Link> files = new ArrayList<>();
        for (Path file : children(folder)) {
            String name = file.getFileName().toString();
            if (name.matches("report\\.\\w+")) {
                files.add(new Link(name.substring("report.".length()).toUpperCase(Locale.ROOT), address + name));
            }
        }
        List<Link> pages = new ArrayList<>();
        for (Path page : children(folder.resolve("encyclopedia"))) {
            if (page.toString().endsWith(".html")) {
                String title = title(page).replaceFirst("^.*?: (.*), .*?$", "$1");
                pages.add(new Link(title, address + "encyclopedia/" + page.getFileName()));
            }
        }
        return new ReportLink(
                language,
                locale.getDisplayLanguage(locale),
                title(folder.resolve("index.html")),
                address + "index.html",
                pages,
                files);
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static String title(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            Matcher title = TITLE.matcher(new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8));
            return title.find() ? title.group(1) : file.getFileName().toString();
        }
    }
}
