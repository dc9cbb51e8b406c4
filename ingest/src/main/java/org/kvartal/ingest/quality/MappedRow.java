package org.kvartal.ingest.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row as the mapping of a preset gave it: values in the types of the clean table, and where it came from. Arrays stand
 * in the order of the table's columns.
 */
public final class MappedRow {
    private final @Nullable Object[] values;
    private final @Nullable String[] texts;
    private final boolean[] broken;
    private final RowOrigin origin;
    private final RowRemarks remarks;

    /**
     * @param values null where there is none, and where the text could not be converted
     * @param texts what was to be converted, where it is not the value itself
     * @param broken for each rule of the configuration, whether the row breaks it
     */
    public MappedRow(
            @Nullable Object[] values,
            @Nullable String[] texts,
            boolean[] broken,
            RowOrigin origin,
            RowRemarks remarks) {
        this.values = values.clone();
        this.texts = texts.clone();
        this.broken = broken.clone();
        this.origin = origin;
        this.remarks = remarks;
    }

    public @Nullable Object value(int column) {
        return values[column];
    }

    /** The value as text, or the text that could not be converted. */
    public @Nullable String text(int column) {
        Object value = values[column];
        return value == null ? texts[column] : value.toString();
    }

    boolean breaks(int rule) {
        return broken[rule];
    }

    public RowOrigin origin() {
        return origin;
    }

    public RowRemarks remarks() {
        return remarks;
    }

    /** Whether both say the same, wherever they came from. */
    boolean sameContent(MappedRow other) {
        return Arrays.equals(values, other.values) && Arrays.equals(texts, other.texts);
    }

    /** The row as the clean table stores it: the values, then source, file and line. */
    public @Nullable Object[] stored() {
        @Nullable Object[] stored = Arrays.copyOf(values, values.length + 3);
        stored[values.length] = origin.source();
        stored[values.length + 1] = origin.file();
        stored[values.length + 2] = origin.line();
        return stored;
    }
}
