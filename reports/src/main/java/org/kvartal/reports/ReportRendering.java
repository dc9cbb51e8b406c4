package org.kvartal.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.encyclopedia.Encyclopedia;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.publish.RenderedSection;
import org.kvartal.reports.publish.ReportFormat;
import org.kvartal.reports.publish.ReportOrder;
import org.kvartal.reports.publish.UnknownSection;
import org.kvartal.reports.render.HtmlReport;
import org.kvartal.reports.render.PdfReport;
import org.kvartal.reports.render.XlsxReport;
import org.kvartal.reports.trace.DefinitionChanges;
import org.kvartal.reports.trace.TraceRegistry;

/**
 * Writes the report of one date from the datasets of its release: in the night, and again whenever it is asked for.
 * Nothing but the datasets is read, so the same release gives the same bytes.
 */
public final class ReportRendering {
    /** The languages that a report can be written in. */
    public static final List<String> LANGUAGES = Language.CODES;

    private final ProjectSettings project;
    private final ReportSettings settings;
    private final LocalDate asOf;
    private final @Nullable LocalDate previous;
    private final String run;
    private final Releases releases;

    /**
     * @param previous the date published before this one; null on the first night
     * @param run names the run that made the datasets, as {@code 2026-03-31.1}
     * @param releases all of the project, for what is compared with an earlier one
     */
    public ReportRendering(
            ProjectSettings project,
            ReportSettings settings,
            LocalDate asOf,
            @Nullable LocalDate previous,
            String run,
            Releases releases) {
        this.project = project;
        this.settings = settings;
        this.asOf = asOf;
        this.previous = previous;
        this.run = run;
        this.releases = releases;
    }

    /**
     * Writes what is ordered, in every edition.
     *
     * @param from release with the datasets, and with the project's own sections as they were
     * @param to release that gets the reports; may be the same
     * @throws UnknownSection before anything is written
     */
    public List<RenderedSection> renderAgain(Path from, Path to, ReportOrder order) {
        return render(from, to, order).sections();
    }

    /** The same, telling everything that was written. */
    RenderedReports render(Path from, Path to, ReportOrder order) {
        RenderedReports rendered = new RenderedReports();
        try (Datasets datasets = Datasets.open(from.resolve(Releases.DATA))) {
            ReportData data = new ReportData(datasets, project, asOf, previous);
            CustomSections own = new CustomSections(from.resolve(Releases.SECTIONS));
            for (Edition edition : editions(order)) {
                ReportBook book = new ReportBook(run, edition, settings.brand(), own);
                for (String language : order.languages()) {
                    write(book, edition, language, data, folder(to, edition, language), order, rendered);
                }
            }
        }
        return rendered;
    }

    /** Single sections are asked for of the report that every project has; other editions may not hold them. */
    private List<Edition> editions(ReportOrder order) {
        return order.sections().isEmpty()
                ? settings.editions()
                : settings.editions().subList(0, 1);
    }

    private static Path folder(Path release, Edition edition, String language) {
        Path reports = edition.isMain()
                ? release.resolve(Releases.REPORTS)
                : release.resolve(Releases.EDITIONS).resolve(edition.name());
        return reports.resolve(language);
    }

    private void write(
            ReportBook book,
            Edition edition,
            String language,
            ReportData data,
            Path folder,
            ReportOrder order,
            RenderedReports rendered) {
        LastGood lastGood = new EarlierReleases(releases, project, asOf).forReaders(edition.audience(), language);
        ReportBook.Written written = book.write(data, Locale.forLanguageTag(language), lastGood);
        Report report = chosen(changes().marked(written.report()), order.sections());
        write(report, folder, order);
        rendered.addReport(ReportFormat.HTML.file(), report);
        if (order.wants(ReportFormat.HTML)) {
            write(new Encyclopedia(data, report.locale(), report.cover()), folder, rendered);
        }
        report.sections().forEach(section -> rendered.add(rendered(edition, language, section, written)));
    }

    private DefinitionChanges changes() {
        return DefinitionChanges.since(
                Optional.ofNullable(previous).flatMap(releases::of).flatMap(TraceRegistry::read));
    }

    /** The grade on the cover stays that of the whole report: a section left out still weighs on it. */
    private static Report chosen(Report report, List<String> anchors) {
        if (anchors.isEmpty()) {
            return report;
        }
        List<String> known = report.sections().stream().map(Section::anchor).toList();
        anchors.stream().filter(anchor -> !known.contains(anchor)).findFirst().ifPresent(unknown -> {
            throw new UnknownSection(unknown, known);
        });
        List<Section> sections = report.sections().stream()
                .filter(section -> anchors.contains(section.anchor()))
                .toList();
        return new Report(report.title(), report.locale(), report.cover(), sections);
    }

    private static RenderedSection rendered(
            Edition edition, String language, Section section, ReportBook.Written written) {
        return new RenderedSection(
                edition.isMain() ? "main" : edition.name(),
                edition.audience().name().toLowerCase(Locale.ROOT),
                language,
                section.anchor(),
                section.grade().name(),
                section.isBlocked(),
                written.errors().getOrDefault(section.anchor(), reason(section)),
                written.shownAgain().get(section.anchor()));
    }

    private static String reason(Section section) {
        return section.blocks().stream()
                .filter(block -> block instanceof Notice notice && notice.kind() == Notice.Kind.BLOCKED)
                .map(block -> ((Notice) block).text().toString())
                .findFirst()
                .orElse("");
    }

    private void write(Report report, Path folder, ReportOrder order) {
        try {
            Files.createDirectories(folder);
            if (order.wants(ReportFormat.HTML)) {
                new HtmlReport(settings.brand()).write(report, folder.resolve(ReportFormat.HTML.file()));
            }
            if (order.wants(ReportFormat.PDF)) {
                new PdfReport(settings.brand()).write(report, folder.resolve(ReportFormat.PDF.file()));
            }
            if (order.wants(ReportFormat.XLSX)) {
                new XlsxReport().write(report, folder.resolve(ReportFormat.XLSX.file()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void write(Encyclopedia encyclopedia, Path folder, RenderedReports rendered) {
        encyclopedia.competitors().ifPresent(page -> write(page, folder, Encyclopedia.COMPETITORS, rendered));
        encyclopedia.products().ifPresent(page -> write(page, folder, Encyclopedia.PRODUCTS, rendered));
    }

    private void write(Report page, Path folder, String name, RenderedReports rendered) {
        Path file = folder.resolve(name);
        rendered.addPage(name, page);
        try {
            Files.createDirectories(file.getParent());
            new HtmlReport(settings.brand()).write(page, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
