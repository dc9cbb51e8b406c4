package org.kvartal.ingest.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;

/** What several sources may hold the same one of. */
public enum Kind {
    ACCOUNTS(CrmTables.ACCOUNTS) {
        @Override
        List<String> words(String name) {
            return LegalForms.without(Words.of(name));
        }
    },
    /** A legal form means nothing here, and may be a model: "SE". */
    PRODUCTS(CrmTables.PRODUCTS) {
        @Override
        List<String> words(String name) {
            return Words.of(name);
        }
    };

    private final TableSpec table;

    Kind(TableSpec table) {
        this.table = table;
    }

    static Optional<Kind> labelled(String label) {
        return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Kind::label).toList();
    }

    /** As configuration, decisions and tables write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    TableSpec table() {
        return table;
    }

    /** The words of a name by which two rows are compared; none when it has neither letters nor digits. */
    abstract List<String> words(String name);
}
