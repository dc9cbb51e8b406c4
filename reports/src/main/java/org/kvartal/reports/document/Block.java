package org.kvartal.reports.document;

import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;

/** A part of a section. */
public sealed interface Block permits Paragraph, Points, KeyFigures, Figure, DataTable, Notice {

    /** Every number that the block prints, in reading order. */
    Stream<Fact> facts();
}
