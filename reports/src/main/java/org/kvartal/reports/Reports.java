package org.kvartal.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.gate.GateSettings;
import org.kvartal.ingest.gate.Gates;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.dictionary.Release;
import org.kvartal.reports.mart.MartBuild;
import org.kvartal.reports.mart.MartControls;
import org.kvartal.reports.publish.DatasetSettings;
import org.kvartal.reports.publish.Publication;
import org.kvartal.reports.publish.PublishedTables;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.publish.RenderedSection;
import org.kvartal.reports.publish.ReportOrder;
import org.kvartal.reports.publish.ReportTables;

/** The module's steps, in order. Each can be run again safely. */
public final class Reports {
    private final Night night;
    private final ProjectSettings project;
    private final GateSettings gates;
    private final ReportSettings settings;
    private final List<String> audiences;
    private final Releases releases;
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
            GateSettings gates,
            ReportSettings settings,
            List<String> audiences,
            DatasetSettings datasets,
            Path output,
            String run) {
        this.night = night;
        this.project = project;
        this.gates = gates;
        this.settings = settings;
        this.audiences = List.copyOf(audiences);
        this.datasets = datasets;
        this.releases = new Releases(output);
        this.publication = new Publication(night.lake(), releases, run);
        this.run = run;
    }

    /** Builds every mart from the clean and forecast tables. */
    public void buildMarts() {
        marts().run();
    }

    /**
     * Holds the totals of the marts against those of the clean tables.
     *
     * @throws org.kvartal.ingest.gate.NightStopped if one of them keeps the night from being published
     */
    public void judgeMarts() {
        new Gates(night, gates).judgeMarts(MartControls.ALL);
    }

    private MartBuild marts() {
        return new MartBuild(night, project.fiscalCalendar());
    }

    /** Copies the tables into the release. */
    public void exportDatasets() {
        publication.exportDatasets(PublishedTables.all(marts().specs()), datasets.csv(), night.scratch());
        publication.exportPersons(audiences);
    }

    /** Writes the report from the release's datasets, in every edition, language and format. */
    public void renderReport() {
        keepOwnSections();
        Path release = publication.release();
        RenderedReports rendered = rendering().render(release, release, ReportOrder.whole(project.languages()));
        night.lake().replace(ReportTables.SECTIONS, rendered.sections().stream().map(RenderedSection::row));
        night.lake().replace(ReportTables.SECTION_INPUTS, rendered.inputs());
        rendered.numbers().registry(PublishedTables.all(marts().specs())).write(release);
    }

    /** So that a report can be written again, and a section that fails one night be shown as it was. */
    private void keepOwnSections() {
        CustomSections own = new CustomSections(settings.ownSections());
        own.names().forEach(name -> own.copy(name, publication.sections()));
    }

    private ReportRendering rendering() {
        return new ReportRendering(
                project, settings, night.asOf().date(), night.previous().orElse(null), run, releases);
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

    /** Makes the night and its release visible. */
    public void publish() {
        publication.publish(night.asOf().date());
    }
}
