package org.kvartal.forecast.run;

import java.util.Comparator;
import java.util.List;

/**
 * Which series.
 *
 * @param measure label of a {@link SeriesMeasure}
 * @param scope total, a scope of the measure, or cell
 * @param member which one; empty for the total
 */
record SeriesId(String measure, String scope, String member) implements Comparable<SeriesId> {
    static final String TOTAL = "total";

    /** One member of each scope: what all other series are sums of. */
    static final String CELL = "cell";

    private static final Comparator<SeriesId> ORDER = Comparator.comparing(SeriesId::measure)
            .thenComparing(SeriesId::scope)
            .thenComparing(SeriesId::member);

    static SeriesId total(SeriesMeasure measure) {
        return new SeriesId(measure.label(), TOTAL, "");
    }

    /** @param members one of each scope of the measure; with one scope alone its members are the cells */
    static SeriesId cell(SeriesMeasure measure, List<String> members) {
        return members.size() == 1
                ? new SeriesId(measure.label(), measure.scopes().get(0), members.get(0))
                : new SeriesId(measure.label(), CELL, String.join("|", members));
    }

    boolean isCell() {
        return scope.equals(CELL);
    }

    @Override
    public int compareTo(SeriesId other) {
        return ORDER.compare(this, other);
    }
}
