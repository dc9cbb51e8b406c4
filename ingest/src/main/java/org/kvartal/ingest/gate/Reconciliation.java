package org.kvartal.ingest.gate;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * A total that a source tells and that the clean table must have too.
 *
 * @param measure SQL expression over the rows of the clean table, as {@code sum(amount)}
 * @param where SQL condition that chooses them; empty for all
 * @param query what a database is asked for the total; empty for files
 * @param file file with the total; empty for databases
 * @param column column of the file whose values add up to the total
 * @param tolerance the greatest difference that passes
 */
public record Reconciliation(
        String name,
        String table,
        String source,
        String measure,
        String where,
        String query,
        Optional<Path> file,
        String column,
        BigDecimal tolerance,
        Action then) {

    static Reconciliation read(String name, ConfigSection section, List<String> sources) {
        String table = section.text("table");
        section.require(CrmTables.named(table).isPresent(), "table", "must be a clean table");
        String source = section.oneOf("source", sources.isEmpty() ? List.of("") : sources);
        String query = section.text("query", "");
        Optional<Path> file = section.has("file") ? Optional.of(section.path("file")) : Optional.empty();
        section.require(
                query.isEmpty() == file.isPresent(),
                file.isPresent() ? "query" : "file",
                "must be given where the other is not: query for a database, file and column for a file");
        return new Reconciliation(
                name,
                table,
                source,
                section.text("measure", "count(*)"),
                section.text("where", ""),
                query,
                file,
                file.isPresent() ? section.text("column") : "",
                BigDecimal.valueOf(section.numberFrom(0, 1e12, "tolerance", 0)).stripTrailingZeros(),
                GateRule.action(section, Action.BLOCK));
    }
}
