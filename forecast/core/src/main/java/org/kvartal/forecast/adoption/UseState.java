package org.kvartal.forecast.adoption;

import java.util.Locale;

/** How a person stands to the system. */
public enum UseState {
    /** Uses it as before, or again. */
    USING,
    /** Uses it much less than before, beyond chance. */
    DROPPED,
    /** The same, and not at all on the latest days on which there was a trace. */
    STOPPED,
    /** No trace for longer than a leave lasts, and no absence is known. */
    SILENT,
    /** Known to be absent, or without a trace for so short a time that it may be a leave. */
    AWAY,
    /** Never used it often enough for a drop to be told. */
    LIGHT,
    /** Too few days since the first trace or the last training. */
    NEW;

    /** As tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody should talk with the person. */
    public boolean asksForATalk() {
        return this == DROPPED || this == STOPPED || this == SILENT;
    }
}
