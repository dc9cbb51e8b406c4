package org.kvartal.reports.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.crm.PersonTables;
import org.kvartal.ingest.lake.FaultPoint;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.dictionary.ChangeNotes;
import org.kvartal.reports.dictionary.Dictionary;
import org.kvartal.reports.dictionary.PublishedDictionary;
import org.kvartal.reports.dictionary.Release;
import org.kvartal.reports.difference.ReleaseChanges;
import org.kvartal.reports.notebook.Notebooks;

/** Prepares the release of a run beside the published ones, then makes it visible whole. */
public final class Publication {

    private final Lake lake;
    private final Releases releases;
    private final String run;

    public Publication(Lake lake, Releases releases, String run) {
        this.lake = lake;
        this.releases = releases;
        this.run = run;
    }

    /** The release's folder. */
    public Path release() {
        return releases.prepared(run);
    }

    /** The folder of what is published for a date, if anything is. */
    public Optional<Path> published(LocalDate asOf) {
        return releases.of(asOf);
    }

    /** The release's folder of datasets. */
    public Path data() {
        return release().resolve(Releases.DATA);
    }

    /** The release's folder of reports, with a folder for each language. */
    public Path reports() {
        return release().resolve(Releases.REPORTS);
    }

    /** The release's folder of the other editions of the report, with a folder for each. */
    public Path editions() {
        return release().resolve(Releases.EDITIONS);
    }

    /** The release's folder of the project's own sections, as they were when it was written. */
    public Path sections() {
        return release().resolve(Releases.SECTIONS);
    }

    /** Copies the tables, as Parquet and as CSV, with a notebook to start from for each. */
    public void exportDatasets(List<TableSpec> tables, CsvFiles csv, Path scratch) {
        DatasetExport export = new DatasetExport(lake, data());
        export.export(tables);
        export.exportCsv(tables, csv, scratch);
        new Notebooks(tables).write(data().resolve(Releases.NOTEBOOKS));
    }

    /**
     * Writes the dictionary of the datasets, the snippets that read them, and what has changed since the release before.
     *
     * @param before date of that release, if there is one
     */
    public void describe(Release release, List<TableSpec> tables, ZoneId zone, Optional<LocalDate> before) {
        Optional<Path> old = before.flatMap(releases::of).map(folder -> folder.resolve(Releases.DATA));
        Optional<PublishedDictionary> known = old.flatMap(PublishedDictionary::in);
        try (Datasets datasets = Datasets.open(Map.of("", data()), zone)) {
            Dictionary dictionary = Dictionary.of(release, tables, datasets, known);
            dictionary.write(data());
            ChangeNotes notes =
                    known.isEmpty() ? ChangeNotes.NONE : changes(before.orElseThrow(), old.orElseThrow(), release);
            dictionary.writePage(data(), notes);
        }
    }

    private ChangeNotes changes(LocalDate before, Path old, Release release) {
        ReleaseChanges changes = ReleaseChanges.between(before, old, release.asOf(), data());
        Json.write(data().resolve("changes.json"), changes.content());
        return changes.notes();
    }

    /** Tells each audience, in a folder of its own that others cannot open, who stands behind the pseudonyms. */
    public void exportPersons(List<String> audiences) {
        for (String audience : audiences) {
            Path folder = releases.prepared(run).resolve("audiences").resolve(audience);
            try {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot create " + folder + ": " + e.getMessage(), e);
            }
            new DatasetExport(lake, folder).export(List.of(PersonTables.PERSONS));
        }
    }

    /** Shows the night to readers of the lake, then the release to everybody. */
    public void publish(LocalDate asOf) {
        lake.publishNight(asOf);
        FaultPoint.reached("lake-published");
        releases.publish(run, asOf);
    }
}
