package org.kvartal.reports.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.crm.PersonTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;

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
        return release().resolve("data");
    }

    /** The release's folder of a report in one language. */
    public Path report(String language) {
        return releases.prepared(run).resolve("report").resolve(language);
    }

    /** Copies the tables and writes their dictionary. */
    public void exportDatasets(List<TableSpec> tables, String project) {
        new DatasetExport(lake, data()).export(tables);
        DataDictionary dictionary = new DataDictionary(lake, tables);
        dictionary.writeJson(data().resolve("dictionary.json"));
        dictionary.writeHtml(data().resolve("dictionary.html"), project);
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
        releases.publish(run, asOf);
    }
}
