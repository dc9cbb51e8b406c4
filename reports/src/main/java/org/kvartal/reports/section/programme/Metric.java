package org.kvartal.reports.section.programme;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/**
 * The number by which a goal or a decision is told: a measure of the glossary, or an expression over a published table.
 *
 * @param rows with the measure over all of them
 * @param dayColumn column by which rows fall into a period
 */
record Metric(Origin rows, String dayColumn, Unit unit) {
    private static final String MONTH = "month";

    /** What a file says of it; empty texts where it says nothing. */
    record Named(String metric, String dataset, String filter, String dayColumn, String unit) {}

    /** Empty when the name is no measure of the glossary. */
    static Optional<Metric> of(ReportData data, Named named) {
        String day = named.dayColumn().isEmpty() ? MONTH : named.dayColumn();
        if (!named.dataset().isEmpty()) {
            Origin rows = new Origin(named.dataset(), bracketed(named.filter()), named.metric());
            return Optional.of(new Metric(rows, day, unit(data, named.unit())));
        }
        return Measures.ALL.stream()
                .filter(measure -> measure.name().equals(named.metric()))
                .findFirst()
                .map(measure -> new Metric(rows(measure, named.filter()), day, unit(data, measure.unit())));
    }

    private static Origin rows(Measure measure, String filter) {
        return new Origin("mart." + measure.mart(), bracketed(filter), measure.sql());
    }

    /** A condition of a file stays one condition when others join it. */
    private static String bracketed(String filter) {
        return filter.isEmpty() ? "" : "(" + filter + ")";
    }

    private static Unit unit(ReportData data, String words) {
        if (words.startsWith("fraction")) {
            return Unit.RATE;
        }
        return words.equals("project currency")
                ? data.money()
                : new Unit(Unit.Kind.MEASURE, words, 2, Unit.Sign.WHEN_NEGATIVE);
    }

    Fact overAll(ReportData data) {
        return data.fact(rows, unit);
    }

    Fact over(ReportData data, Period period) {
        return data.fact(in(period), unit);
    }

    Origin in(Period period) {
        return rows.where(Condition.all(rows.filter(), period.includes(dayColumn)));
    }
}
