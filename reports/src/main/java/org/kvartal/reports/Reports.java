package org.kvartal.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.dictionary.Release;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.encyclopedia.Encyclopedia;
import org.kvartal.reports.mart.MartBuild;
import org.kvartal.reports.publish.DatasetSettings;
import org.kvartal.reports.publish.Publication;
import org.kvartal.reports.publish.PublishedTables;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.publish.ReportTables;
import org.kvartal.reports.render.HtmlReport;
import org.kvartal.reports.render.PdfReport;
import org.kvartal.reports.render.XlsxReport;
import org.kvartal.reports.trace.DefinitionChanges;
import org.kvartal.reports.trace.PrintedNumbers;
import org.kvartal.reports.trace.TraceRegistry;

/** The module's steps, in order. Each can be run again safely. */
public final class Reports {
    private final Night night;
    private final ProjectSettings project;
    private final List<String> audiences;
    private final Publication publication;
    private final DatasetSettings datasets;
    private final String run;

    /**
     * @param audiences those who are told who stands behind the pseudonyms
     * @param run names the run, as {@code 2026-03-31.1}
     */
    public Reports(
            Night night,
            ProjectSettings project,
            List<String> audiences,
            DatasetSettings datasets,
            Path output,
            String run) {
        this.night = night;
        this.project = project;
        this.audiences = List.copyOf(audiences);
        this.datasets = datasets;
        this.publication = new Publication(night.lake(), new Releases(output), run);
        this.run = run;
    }

    /** Builds every mart from the clean and forecast tables. */
    public void buildMarts() {
        marts().run();
    }

    private MartBuild marts() {
        return new MartBuild(night, project.fiscalCalendar());
    }

    /** Copies the tables into the release. */
    public void exportDatasets() {
        publication.exportDatasets(PublishedTables.all(marts().specs()), datasets.csv(), night.scratch());
        publication.exportPersons(audiences);
    }

    /** Writes the report from the release's datasets, in every language and format. */
    public void renderReport() {
        try (Datasets tables = Datasets.open(publication.data())) {
            ReportData data = new ReportData(
                    tables, project, night.asOf().date(), night.previous().orElse(null));
            ReportBook book = new ReportBook(run);
            PrintedNumbers printed = new PrintedNumbers();
            DefinitionChanges changes = DefinitionChanges.since(
                    night.previous().flatMap(publication::published).flatMap(TraceRegistry::read));
            List<Object[]> sections = new ArrayList<>();
            for (String language : project.languages()) {
                Report report = changes.marked(book.write(data, Locale.forLanguageTag(language)));
                printed.add("index.html", report);
                render(report, publication.report(language));
                if (language.equals(project.languages().get(0))) {
                    recordInputs(report);
                }
                render(new Encyclopedia(data, report.locale(), report.cover()), publication.report(language), printed);
                report.sections()
                        .forEach(section -> sections.add(new Object[] {
                            language, section.anchor(), section.grade().name(), section.isBlocked()
                        }));
            }
            night.lake().replace(ReportTables.SECTIONS, sections.stream());
            printed.registry(PublishedTables.all(marts().specs())).write(publication.release());
        }
    }

    /** The tables of which each section prints figures; the same in every language. */
    private void recordInputs(Report report) {
        night.lake()
                .replace(
                        ReportTables.SECTION_INPUTS,
                        report.sections().stream()
                                .flatMap(section -> section.facts()
                                        .map(fact -> fact.origin().table())
                                        .distinct()
                                        .map(table -> new Object[] {section.anchor(), table})));
    }

    /** Writes what every table means, where it comes from and who uses it, and what has changed since the night before. */
    public void describeDatasets() {
        Map<String, List<String>> sections = new TreeMap<>();
        night.lake()
                .rows(ReportTables.SECTION_INPUTS)
                .forEach(row -> sections.computeIfAbsent((String) row.getField("table"), any -> new ArrayList<>())
                        .add((String) row.getField("section")));
        sections.values().forEach(names -> names.sort(Comparator.naturalOrder()));
        Release release =
                new Release(project.name(), night.asOf().date(), night.lake()::rowCount, datasets::owner, sections);
        publication.describe(
                release, PublishedTables.all(marts().specs()), night.asOf().zone(), night.previous());
    }

    private static void render(Report report, Path folder) {
        try {
            Files.createDirectories(folder);
            new HtmlReport().write(report, folder.resolve("index.html"));
            new PdfReport().write(report, folder.resolve("report.pdf"));
            new XlsxReport().write(report, folder.resolve("report.xlsx"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void render(Encyclopedia encyclopedia, Path folder, PrintedNumbers printed) {
        encyclopedia.competitors().ifPresent(page -> write(page, folder, Encyclopedia.COMPETITORS, printed));
        encyclopedia.products().ifPresent(page -> write(page, folder, Encyclopedia.PRODUCTS, printed));
    }

    private static void write(Report page, Path folder, String name, PrintedNumbers printed) {
        Path file = folder.resolve(name);
        printed.add(name, page);
        try {
            Files.createDirectories(file.getParent());
            new HtmlReport().write(page, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Makes the night and its release visible. */
    public void publish() {
        publication.publish(night.asOf().date());
    }
}
