package org.kvartal.ingest.identity;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.text;

/** The tables that say which accounts and products of several sources are the same one. */
public final class IdentityTables {
    private static final String NAMESPACE = "identity";
    private static final String KIND = "accounts or products.";

    /** Clean tables keep their ids; whoever wants one row per customer joins this table. */
    public static final TableSpec MEMBERS = TableSpec.of(
            NAMESPACE,
            "members",
            "An account or a product, and the one that stands for it and for all that are the same.",
            List.of("kind", "id"),
            text("kind", KIND),
            id("id", "Identity of the row in its clean table."),
            id("master_id", "Identity of the row that stands for it; its own unless it was merged."),
            text("rule", "same-name, same-id or decision: what merged it; empty when it stands for itself."),
            text("evidence", "What the rule found equal, or the line of the decision."));

    public static final TableSpec SUGGESTIONS = TableSpec.of(
            NAMESPACE,
            "suggestions",
            "Two accounts or products that may be the same one, to be decided; neither merged nor decided so far.",
            List.of("kind", "left_id", "right_id"),
            text("kind", KIND),
            id("left_id", "Identity of the row whose source is named first."),
            id("right_id", "Identity of the other row."),
            text("left_name", "Name of the left row as its source has it."),
            text("right_name", "Name of the right row as its source has it."),
            number("score", "How alike the names are.").in("fraction 0 to 1"),
            flag("same_source", "Both rows come from one source, which may hold one customer twice."),
            text("reason", "What is alike.").oneOf("same-name", "same-words", "similar-words"));

    public static final TableSpec DECISIONS = TableSpec.of(
            NAMESPACE,
            "decisions",
            "A decision in force, as the file of decisions has it.",
            List.of("kind", "left_id", "right_id"),
            text("kind", KIND),
            id("left_id", "Identity of the one row."),
            id("right_id", "Identity of the other row."),
            text("decision", "What was decided.").oneOf("same", "different"),
            text("place", "File and line of the decision."),
            id("unknown_id", "The first of the two that names no row tonight; empty when both do."));

    public static final TableSpec COUNTS = TableSpec.of(
            NAMESPACE,
            "counts",
            "How much was compared and found.",
            List.of("kind"),
            text("kind", KIND),
            integer("row_count", "Rows of the clean table.").in("rows"),
            integer("merged_count", "Rows for which another one stands.").in("rows"),
            integer("conflict_count", "Rows that a rule would have merged against a decision or within a source.")
                    .in("rows"),
            integer("suggestion_count", "Pairs suggested.").in("pairs"),
            integer("compared_count", "Comparisons of two names; one pair may be compared repeatedly.")
                    .in("comparisons"),
            integer("skipped_block_count", "Words shared by too many names to compare all of these with each other.")
                    .in("blocks"),
            integer("skipped_name_count", "Names in the largest of the skipped blocks.")
                    .in("names"));

    public static final List<TableSpec> ALL = List.of(MEMBERS, SUGGESTIONS, DECISIONS, COUNTS);

    private IdentityTables() {}
}
