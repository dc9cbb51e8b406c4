package org.kvartal.ingest.quality;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.text;

/** A small clean table and rows of it, for tests. */
final class Deals {
    static final TableSpec TABLE = TableSpec.of(
            "crm",
            "deals",
            "Deals.",
            List.of("deal_id"),
            id("deal_id", "Identity.").asRequired(),
            text("outcome", "How it ended.").asRequired().oneOf("won", "lost", "open"),
            money("amount", "Value."),
            number("share", "Share of the market."),
            date("closed_on", "Day of the close."),
            integer("pieces", "Pieces."));

    static final Rule TOO_SMALL =
            new Rule("too-small", "deals", "amount", Severity.QUARANTINE, "amount < 1", "A deal is worth something.");
    static final Rule NO_AMOUNT =
            new Rule("no-amount", "deals", "amount", Severity.WARNING, "amount is null", "Enter the amount.");

    private @Nullable Object[] values;
    private final @Nullable String[] texts = new String[TABLE.columns().size()];
    private final boolean[] broken = new boolean[2];
    private @Nullable String filter;
    private @Nullable String repair;

    private Deals(@Nullable Object... values) {
        this.values = values;
    }

    /** A deal with which nothing is wrong. */
    static Deals deal(String id, String amount) {
        return new Deals(id, "won", new BigDecimal(amount), null, null, null);
    }

    Deals with(String column, @Nullable Object value) {
        values[TABLE.columnNames().indexOf(column)] = value;
        return this;
    }

    /** A text that could not be converted to the type of its column. */
    Deals unconverted(String column, String text) {
        texts[TABLE.columnNames().indexOf(column)] = text;
        return with(column, null);
    }

    /** @param rule position of the rule in the order of the check */
    Deals breaking(int rule) {
        broken[rule] = true;
        return this;
    }

    Deals filteredBy(String rule) {
        filter = rule;
        return this;
    }

    Deals repairedBy(String rules) {
        repair = rules;
        return this;
    }

    MappedRow atLine(long line) {
        return new MappedRow(
                values,
                texts,
                broken,
                new RowOrigin("crm", "deals.csv", line, false),
                new RowRemarks(filter, repair, null));
    }
}
