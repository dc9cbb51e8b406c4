package org.kvartal.reports.document;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;

/** A row of key figures. */
public record KeyFigures(List<KeyFigure> figures) implements Block {
    private static final int MOST_FIGURES = 6;

    public KeyFigures {
        figures = List.copyOf(figures);
        if (figures.isEmpty() || figures.size() > MOST_FIGURES) {
            throw new IllegalArgumentException(
                    "Invalid row of key figures: " + figures.size() + " figures, must be from 1 to " + MOST_FIGURES);
        }
    }

    public static KeyFigures of(KeyFigure... figures) {
        return new KeyFigures(List.of(figures));
    }

    @Override
    public Stream<Fact> facts() {
        return figures.stream().flatMap(KeyFigure::facts);
    }
}
