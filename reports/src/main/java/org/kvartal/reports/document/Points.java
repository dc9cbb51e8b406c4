package org.kvartal.reports.document;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;

/**
 * Sentences under a heading, the weightiest first.
 *
 * @param sentences one point each; when there is nothing to say, the one that says so
 */
public record Points(Text title, List<Text> sentences) implements Block {

    public Points {
        sentences = List.copyOf(sentences);
    }

    @Override
    public Stream<Fact> facts() {
        return Stream.concat(title.facts(), sentences.stream().flatMap(Text::facts));
    }
}
