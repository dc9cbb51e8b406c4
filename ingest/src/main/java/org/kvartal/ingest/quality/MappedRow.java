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
    private final String source;
    private final @Nullable String file;
    private final @Nullable Long line;
    private final @Nullable String filter;
    private final @Nullable String repair;

    /**
     * @param values null where there is none, and where the text could not be converted
     * @param texts what was to be converted, where it is not the value itself
     * @param broken for each rule of the configuration, whether the row breaks it
     * @param filter the rule that leaves the row out; null when it stays
     * @param repair the rules by which the mapping repaired the row, separated by commas; null for none
     */
    public MappedRow(
            @Nullable Object[] values,
            @Nullable String[] texts,
            boolean[] broken,
            String source,
            @Nullable String file,
            @Nullable Long line,
            @Nullable String filter,
            @Nullable String repair) {
        this.values = values.clone();
        this.texts = texts.clone();
        this.broken = broken.clone();
        this.source = source;
        this.file = file;
        this.line = line;
        this.filter = filter;
        this.repair = repair;
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

    public String source() {
        return source;
    }

    public @Nullable String file() {
        return file;
    }

    public @Nullable Long line() {
        return line;
    }

    public @Nullable String filter() {
        return filter;
    }

    @Nullable
    String repair() {
        return repair;
    }

    /** Whether both say the same, wherever they came from. */
    boolean sameContent(MappedRow other) {
        return Arrays.equals(values, other.values) && Arrays.equals(texts, other.texts);
    }

    /** The row as the clean table stores it: the values, then source, file and line. */
    public @Nullable Object[] stored() {
        @Nullable Object[] stored = Arrays.copyOf(values, values.length + 3);
        stored[values.length] = source;
        stored[values.length + 1] = file;
        stored[values.length + 2] = line;
        return stored;
    }
}
