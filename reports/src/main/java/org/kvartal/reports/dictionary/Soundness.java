package org.kvartal.reports.dictionary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.section.Inputs;

/** How sound the rows behind a table are, and which sources they came from: what the checks of the night left. */
final class Soundness {
    private final Map<String, Double> read = new HashMap<>();
    private final Map<String, Double> damaged = new HashMap<>();
    private final Map<String, SortedSet<String>> sources = new TreeMap<>();

    private Soundness() {}

    static Soundness of(Datasets datasets) {
        Soundness soundness = new Soundness();
        datasets.query(
                "select \"table\", source, read_count, quarantined_count from quality.row_balance"
                        + " order by \"table\", source",
                rows -> {
                    while (rows.next()) {
                        String table = "crm." + rows.getString(1);
                        soundness
                                .sources
                                .computeIfAbsent(table, any -> new TreeSet<>())
                                .add(rows.getString(2));
                        soundness.read.merge(table, rows.getDouble(3), Double::sum);
                        soundness.damaged.merge(table, rows.getDouble(4), Double::sum);
                    }
                });
        datasets.query(
                "select \"table\", count(distinct \"key\") from quality.flags where \"column\" <> '' group by \"table\"",
                rows -> {
                    while (rows.next()) {
                        soundness.damaged.merge("crm." + rows.getString(1), rows.getDouble(2), Double::sum);
                    }
                });
        return soundness;
    }

    /** The sources that supply a clean table. */
    List<String> sources(String table) {
        return List.copyOf(sources.getOrDefault(table, new TreeSet<>()));
    }

    /** The grade of all rows behind; none where no source supplied any. */
    Optional<Grade> grade(Collection<String> cleanTables) {
        double rows = sum(read, cleanTables);
        return rows == 0 ? Optional.empty() : Optional.of(Inputs.grade(rows, sum(damaged, cleanTables)));
    }

    private static double sum(Map<String, Double> counts, Collection<String> tables) {
        return tables.stream()
                .mapToDouble(table -> counts.getOrDefault(table, 0.0))
                .sum();
    }
}
