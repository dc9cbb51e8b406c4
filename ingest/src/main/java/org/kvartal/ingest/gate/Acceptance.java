package org.kvartal.ingest.gate;

import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;

/** A gate that somebody lets a table through. */
public record Acceptance(Gate gate, String table) {
    private static final String MART = "mart.";

    /**
     * Reads {@code row-drop:opportunities}.
     *
     * @throws IllegalArgumentException if it names no gate and no table
     */
    public static Acceptance parse(String text) {
        int colon = text.indexOf(':');
        Optional<Gate> gate = Gate.named(text.substring(0, Math.max(colon, 0)));
        String table = text.substring(colon + 1);
        if (gate.isEmpty()) {
            throw new IllegalArgumentException("must be a gate and a table, as row-drop:opportunities; the gates are "
                    + String.join(", ", Gate.labels()));
        }
        if (!table.startsWith(MART) && !tables().contains(table)) {
            throw new IllegalArgumentException("must name a clean table behind the colon, as row-drop:opportunities, or"
                    + " a mart, as mart-totals:mart.bookings_by_month");
        }
        return new Acceptance(gate.get(), table);
    }

    private static List<String> tables() {
        return CrmTables.ALL.stream().map(TableSpec::name).toList();
    }

    @Override
    public String toString() {
        return gate.label() + ":" + table;
    }
}
