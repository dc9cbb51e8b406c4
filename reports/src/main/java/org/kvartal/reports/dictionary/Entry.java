package org.kvartal.reports.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.measure.Measure;

/**
 * A published table as the dictionary shows it.
 *
 * @param owner who answers for it
 * @param schemaVersion first number: columns went or changed their type; second: columns came
 * @param grade how sound the rows behind it are; none where no source supplied any
 * @param measures ratios over it that the report shows
 */
record Entry(
        TableSpec spec,
        long rowCount,
        String owner,
        String schemaVersion,
        Contents contents,
        Optional<Grade> grade,
        Connections connections,
        List<Measure> measures,
        List<Snippet> snippets) {
    /**
     * How a table is connected.
     *
     * @param madeBy step of the night
     * @param sources that supply it, if it is a clean table
     * @param inputs tables that it is made of
     * @param users tables made of it
     * @param sections of the report that print figures of it
     */
    record Connections(
            String madeBy, List<String> sources, List<String> inputs, List<String> users, List<String> sections) {
        Connections {
            sources = List.copyOf(sources);
            inputs = List.copyOf(inputs);
            users = List.copyOf(users);
            sections = List.copyOf(sections);
        }
    }

    Entry {
        measures = List.copyOf(measures);
        snippets = List.copyOf(snippets);
    }

    public String table() {
        return spec.qualifiedName();
    }

    /** The newest day in it; empty where none is known. */
    public String newest() {
        return contents.newest().map(LocalDate::toString).orElse("");
    }

    public String gradeText() {
        return grade.map(Grade::name).orElse("");
    }

    /** Some values of a column. */
    public List<String> examples(Column column) {
        return contents.examples().getOrDefault(column.name(), List.of());
    }

    static String sensitivity(Column column) {
        return column.sensitivity().name().toLowerCase(Locale.ROOT);
    }

    /** Where its Parquet files are, below {@code data}. */
    String folder() {
        return spec.namespace() + "/" + spec.name();
    }
}
