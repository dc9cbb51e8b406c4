package org.kvartal.reports.document;

import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;

/** Running text. */
public record Paragraph(Text text) implements Block {

    @Override
    public Stream<Fact> facts() {
        return text.facts();
    }
}
