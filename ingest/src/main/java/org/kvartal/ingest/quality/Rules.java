package org.kvartal.ingest.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;

/** The rules of the configuration, beside those that the declaration of a table implies. */
public record Rules(List<Rule> all) {

    /** Stands in a condition for the column, where one rule is meant for several. */
    private static final String THE_COLUMN = "{column}";

    public Rules {
        all = List.copyOf(all);
    }

    /** Reads a file of rules; what is wrong in it goes to the problems. */
    public static Rules read(Path file, Surroundings surroundings, Problems problems) {
        ConfigFile config = ConfigFile.read(file, surroundings.withoutOverrides(), problems);
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, ConfigSection> entry :
                config.root().sections("rules").entrySet()) {
            rules.addAll(read(entry.getKey(), entry.getValue()));
        }
        return new Rules(rules);
    }

    private static List<Rule> read(String name, ConfigSection section) {
        if (!section.has("columns")) {
            String table = section.text("table");
            String column = section.text("column");
            section.require(CrmTables.named(table).isPresent(), "table", "must be a clean table");
            requireColumn(section, "column", table, column);
            return List.of(rule(name, table, column, section));
        }
        List<Rule> rules = new ArrayList<>();
        ConfigSection columns = section.section("columns");
        for (String table : columns.keys()) {
            columns.require(CrmTables.named(table).isPresent(), table, "must be a clean table");
            for (String column : columns.oneOrMore(table)) {
                requireColumn(columns, table, table, column);
                rules.add(rule(name, table, column, section));
            }
        }
        return rules;
    }

    private static void requireColumn(ConfigSection section, String key, String table, String column) {
        CrmTables.named(table)
                .ifPresent(known -> section.require(
                        known.columnNames().contains(column),
                        key,
                        "must be a column of " + table + ": " + known.columnNames()));
    }

    private static Rule rule(String name, String table, String column, ConfigSection section) {
        Severity severity = section.oneOf("severity", Severity.class);
        String fails = section.text("fails").replace(THE_COLUMN, column);
        return new Rule(name, table, column, severity, fails, section.text("because"));
    }

    public List<Rule> of(TableSpec table) {
        return all.stream().filter(rule -> rule.table().equals(table.name())).toList();
    }
}
