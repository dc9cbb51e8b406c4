package org.kvartal.ingest.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;

/** The rules of the configuration, beside those that the declaration of a table implies. */
public record Rules(List<Rule> all) {

    public Rules {
        all = List.copyOf(all);
    }

    /** Reads a file of rules; what is wrong in it goes to the problems. */
    public static Rules read(Path file, Surroundings surroundings, Problems problems) {
        ConfigFile config = ConfigFile.read(file, surroundings.withoutOverrides(), problems);
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, ConfigSection> entry :
                config.root().sections("rules").entrySet()) {
            rules.add(read(entry.getKey(), entry.getValue()));
        }
        return new Rules(rules);
    }

    private static Rule read(String name, ConfigSection section) {
        String table = section.text("table");
        String column = section.text("column");
        Optional<TableSpec> spec = CrmTables.named(table);
        section.require(spec.isPresent(), "table", "must be a clean table");
        spec.ifPresent(known -> section.require(
                known.columnNames().contains(column),
                "column",
                "must be a column of " + table + ": " + known.columnNames()));
        Severity severity = section.oneOf("severity", Severity.class);
        return new Rule(name, table, column, severity, section.text("fails"), section.text("because"));
    }

    public List<Rule> of(TableSpec table) {
        return all.stream().filter(rule -> rule.table().equals(table.name())).toList();
    }
}
