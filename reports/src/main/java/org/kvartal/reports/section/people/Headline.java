package org.kvartal.reports.section.people;

import java.util.Locale;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/**
 * The course and outcome to speak of first.
 *
 * @param isDoubted whether the trained were changing already before their training
 */
record Headline(String programme, TrainingOutcome outcome, String verdict, int periodMonths, boolean isDoubted) {
    static final String TABLE = "forecast.training_verdicts";

    private static final String CONDITION = "is_headline";

    /** Empty when no course was measured. */
    static Optional<Headline> of(ReportData data) {
        Table rows = data.table("select programme, outcome, verdict, cast(period_months as double) as months,"
                + " case when pre_trend_p_value < 0.05 or placebo_low > 0 or placebo_high < 0 then 'yes' else 'no' end"
                + " as doubted from " + TABLE + " where " + CONDITION);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Headline(
                        rows.stringColumn("programme").get(0),
                        TrainingOutcome.of(rows.stringColumn("outcome").get(0)),
                        rows.stringColumn("verdict").get(0),
                        (int) rows.doubleColumn("months").getDouble(0),
                        rows.stringColumn("doubted").get(0).equals("yes")));
    }

    boolean isMeasured() {
        return !verdict.equals("not measurable");
    }

    boolean isProven() {
        return verdict.equals("fell") || verdict.equals("rose");
    }

    /** Chooses the rows of this course and outcome in another table. */
    String rows() {
        return Condition.all(
                Condition.is("programme", programme),
                Condition.is("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    }

    /** The largest value in its only row. */
    static Fact fact(ReportData data, String measure, Unit unit) {
        return data.fact(TABLE, CONDITION, measure, unit);
    }
}
