package org.kvartal.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.NearestKey;
import org.kvartal.reports.brand.BrandSettings;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Audience;
import org.kvartal.reports.section.ReportSection;

/**
 * Section {@code report}: what the report holds, who reads it and how it looks.
 *
 * @param ownSections folder of the sections that the project has written itself
 * @param editions the report that every project has first, then the others
 */
public record ReportSettings(Path ownSections, Brand brand, List<Edition> editions) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Text TITLE = Text.of("Quarterly report");

    public ReportSettings {
        editions = List.copyOf(editions);
    }

    /** What a project has that configures nothing. */
    static ReportSettings plain(String organisation, Path ownSections) {
        return new ReportSettings(ownSections, Brand.of(organisation), List.of(Edition.of(TITLE)));
    }

    /** @param organisation name of the project */
    public static ReportSettings read(ConfigSection section, String organisation) {
        return read(section, organisation, section.path("own-sections", "report"));
    }

    /**
     * As {@link #read(ConfigSection, String)}, for the report of a release.
     *
     * @param kept the folder in which the release has kept the project's own sections
     */
    public static ReportSettings readKept(ConfigSection section, String organisation, Path kept) {
        section.ignore("own-sections");
        return read(section, organisation, kept);
    }

    private static ReportSettings read(ConfigSection section, String organisation, Path folder) {
        CustomSections own = new CustomSections(folder);
        section.require(
                own.names().stream().allMatch(name -> NAME.matcher(name).matches()),
                "own-sections",
                "must hold folders named with lower-case letters, digits and hyphens, not "
                        + String.join(", ", own.names()));
        section.require(
                own.names().stream().noneMatch(ReportBook.names()::contains),
                "own-sections",
                "must not hold a section with a name that Kvartal has: " + String.join(", ", ReportBook.names()));
        List<Edition> editions = new ArrayList<>();
        editions.add(edition("", section, own, TITLE, Audience.TEAM));
        for (Map.Entry<String, ConfigSection> other :
                section.sections("editions").entrySet()) {
            section.section("editions")
                    .require(
                            NAME.matcher(other.getKey()).matches(),
                            other.getKey(),
                            "must be a name of lower-case letters, digits and hyphens");
            editions.add(edition(
                    other.getKey(), other.getValue(), own, editions.get(0).title(), Audience.BOARD));
        }
        return new ReportSettings(folder, BrandSettings.read(section.section("brand"), organisation), editions);
    }

    private static Edition edition(
            String name, ConfigSection section, CustomSections own, Text title, Audience fallback) {
        Audience audience = section.has("audience") ? section.oneOf("audience", Audience.class) : fallback;
        List<String> chosen = section.texts("sections", List.of());
        fault(chosen, own, audience).ifPresent(rule -> section.require(false, "sections", rule));
        return new Edition(name, section.has("title") ? Text.name(section.text("title")) : title, audience, chosen);
    }

    private static Optional<String> fault(List<String> chosen, CustomSections own, Audience audience) {
        List<String> known = new ArrayList<>(ReportBook.names());
        known.addAll(own.names());
        for (String name : chosen) {
            if (!known.contains(name)) {
                return Optional.of("has no section " + name + " to show; "
                        + NearestKey.of(name, known)
                                .map(nearest -> "did you mean " + nearest + "?")
                                .orElse("there are " + String.join(", ", known)));
            }
            Optional<Audience> level = level(name, own);
            if (level.isPresent() && !audience.mayRead(level.get())) {
                return Optional.of("must not show " + name + ", which is for " + word(level.get())
                        + ", to readers of audience " + word(audience));
            }
        }
        return new HashSet<>(chosen).size() < chosen.size()
                ? Optional.of("must name each section once")
                : Optional.empty();
    }

    /** Of an own section that cannot be read it is not known; it will be blocked. */
    private static Optional<Audience> level(String name, CustomSections own) {
        return ReportBook.builtIn(name)
                .map(ReportSection::audience)
                .or(() -> own.read(name, "en").map(ReportSection::audience));
    }

    private static String word(Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }
}
