package org.kvartal.reports.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.forecast.tables.ForecastSources;
import org.kvartal.forecast.tables.ForecastSources.Making;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.Version;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.dictionary.Entry.Connections;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;

/**
 * The data dictionary of a release, gathered from the declarations that the tables were made by, from their rows and from
 * what the checks found. Meanings are English in every language of the report.
 */
public final class Dictionary {
    private static final Map<String, String> STEPS = Map.of(
            "mart", "build-marts",
            "crm", "load-tables",
            "quarantine", "load-tables",
            "history", "record-history",
            "identity", "match-identities",
            "quality", "score-quality");

    private final Release release;
    private final List<Entry> entries;

    private Dictionary(Release release, List<Entry> entries) {
        this.release = release;
        this.entries = List.copyOf(entries);
    }

    /**
     * Looks at every table.
     *
     * @param tables in the order in which they are shown
     * @param before the dictionary of the release before, if there is one: schema versions go on from there
     */
    public static Dictionary of(
            Release release, List<TableSpec> tables, Datasets datasets, Optional<PublishedDictionary> before) {
        Lineage lineage = Lineage.of(tables);
        Soundness soundness = Soundness.of(datasets);
        return new Dictionary(
                release,
                tables.stream()
                        .map(table -> new Entry(
                                table,
                                release.rowCount().applyAsLong(table),
                                release.owner().apply(table),
                                SchemaVersion.of(table, before),
                                Contents.of(table, datasets, release.asOf()),
                                soundness.grade(lineage.cleanTables(table.qualifiedName())),
                                connections(table, release, lineage, soundness),
                                measures(table),
                                snippets(table, release)))
                        .toList());
    }

    private static Connections connections(TableSpec table, Release release, Lineage lineage, Soundness soundness) {
        String name = table.qualifiedName();
        return new Connections(
                ForecastSources.of(name).map(Making::step).orElse(STEPS.getOrDefault(table.namespace(), "")),
                soundness.sources(name),
                lineage.inputs(name),
                lineage.users(name),
                release.sections().getOrDefault(name, List.of()));
    }

    private static List<Measure> measures(TableSpec table) {
        return Measures.ALL.stream()
                .filter(measure -> table.qualifiedName().equals("mart." + measure.mart()))
                .toList();
    }

    private static List<Snippet> snippets(TableSpec table, Release release) {
        String folder = release.folder() + "/data/" + table.namespace() + "/" + table.name();
        return Stream.of(Engine.values())
                .map(engine -> new Snippet(engine, engine.text(table, folder, measures(table))))
                .toList();
    }

    /** Writes {@code dictionary.json} and {@code dictionary.csv}, and the folder {@code snippets}. */
    public void write(Path data) {
        try {
            Files.writeString(data.resolve("dictionary.json"), new DataPackage(release, data).json(entries));
            Files.writeString(data.resolve("dictionary.csv"), DictionaryCsv.text(entries));
            Path snippets = Files.createDirectories(data.resolve("snippets"));
            for (Engine engine : Engine.values()) {
                Files.writeString(snippets.resolve(engine.file()), snippets(engine));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the dictionary in " + data + ": " + e.getMessage(), e);
        }
    }

    /** Writes {@code dictionary.html}, with what has changed since the release before. */
    public void writePage(Path data, ChangeNotes changes) {
        Path file = data.resolve("dictionary.html");
        try {
            Files.writeString(file, new DictionaryPage().text(release, entries, changes));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private String snippets(Engine engine) {
        StringBuilder text = new StringBuilder();
        text.append(engine.commented(release.project() + ", " + release.asOf() + ", Kvartal " + Version.NUMBER))
                .append('\n')
                .append(engine.commented("Run it in the output folder, the one that holds published/."))
                .append('\n');
        for (Entry entry : entries) {
            text.append('\n').append(engine.commented(entry.table())).append('\n');
            entry.snippets().stream()
                    .filter(snippet -> snippet.engine() == engine)
                    .forEach(snippet -> text.append(snippet.text()));
        }
        return text.toString();
    }
}
