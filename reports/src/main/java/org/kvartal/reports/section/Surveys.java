package org.kvartal.reports.section;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import tech.tablesaw.api.Table;

/** What customers answered to each question, in the latest quarter in which it was answered by enough of them. */
public final class Surveys {
    private static final String TABLE = "forecast.survey_scores";
    private static final String SHOWN = "scope = 'total' and score is not null";
    private static final Unit SCORE = Unit.measure("", 2);
    private static final int MOST_QUESTIONS = 10;

    private Surveys() {}

    /** Empty when nobody was asked, or too few answered. */
    public static Optional<DataTable> table(ReportData data) {
        Table questions = data.table("select survey, question, cast(max(first_day) as varchar) as first_day,"
                + " arg_max(quarter, first_day) as quarter, arg_max(measure, first_day) as measure from " + TABLE
                + " where " + SHOWN + " group by 1, 2 order by 3 desc, 1, 2 limit " + MOST_QUESTIONS);
        if (questions.rowCount() == 0) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "What customers answer: latest quarter of each question, with the share of those asked who answered",
                Column.text("Question"),
                Column.text("Quarter"),
                Column.text("Measure"),
                Column.number("Score", SCORE),
                Column.number("95% from", SCORE),
                Column.number("95% to", SCORE),
                Column.number("Answers", Unit.count("answers")),
                Column.number("Response", Unit.RATE));
        for (int i = 0; i < questions.rowCount(); i++) {
            String condition = Condition.all(
                    SHOWN,
                    Condition.is("survey", questions.stringColumn("survey").get(i)),
                    Condition.is("question", questions.stringColumn("question").get(i)),
                    "first_day = date '" + questions.stringColumn("first_day").get(i) + "'");
            table = table.row(
                    Cell.label(Text.name(questions.stringColumn("question").get(i))),
                    Cell.label(Text.phrase(questions.stringColumn("quarter").get(i))),
                    Cell.label(words(questions.stringColumn("measure").get(i))),
                    number(data, condition, "score", SCORE),
                    number(data, condition, "low", SCORE),
                    number(data, condition, "high", SCORE),
                    number(data, condition, "answered_count", Unit.count("answers")),
                    number(data, condition, "response_rate", Unit.RATE));
        }
        return Optional.of(table);
    }

    @Message
    private static String words(String measure) {
        return switch (measure) {
            case "nps" -> "net promoter score, -1 to 1";
            case "mean" -> "mean mark";
            default -> "share of yes";
        };
    }

    private static Cell number(ReportData data, String condition, String column, Unit unit) {
        Fact fact = data.cell(TABLE, condition, column, unit);
        return Cell.number(fact);
    }
}
