package org.kvartal.reports.section.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Row;

/**
 * What has changed since decisions were taken: the metric over the complete months since, beside as many months before. The
 * month of the decision belongs to neither. What changed need not have changed because of the decision.
 */
final class Results {
    private final ReportData data;
    private final Map<Unit, DataTable> tables = new LinkedHashMap<>();
    private final List<Block> remarks = new ArrayList<>();

    private Results(ReportData data) {
        this.data = data;
    }

    static List<Block> blocks(ReportData data) {
        Results results = new Results(data);
        String taken = Condition.all(
                Decisions.followed(data.asOf()),
                "taken_on <= " + Condition.literal(data.asOf()),
                "coalesce(metric, '') <> ''");
        data.table("select decision_id, decision, coalesce(expected, '') as expected, metric, coalesce(dataset, '') as"
                        + " dataset, coalesce(filter, '') as filter, coalesce(day_column, '') as day_column, coalesce(unit,"
                        + " '') as unit, coalesce(better, 'higher') as better, taken_on from "
                        + Decisions.TABLE + " where " + taken + " order by taken_on, decision_id")
                .forEach(results::add);
        List<Block> blocks = new ArrayList<>(results.tables.values());
        if (!blocks.isEmpty()) {
            blocks.add(new Paragraph(
                    Text.of("Before and since are as many complete months on either side of the month of the"
                            + " decision. The difference is what changed, from whatever cause, and no proof that the decision"
                            + " worked.")));
        }
        blocks.addAll(results.remarks);
        return blocks;
    }

    private void add(Row row) {
        LocalDate takenOn = row.getDate("taken_on");
        YearMonth first = YearMonth.from(takenOn).plusMonths(1);
        YearMonth last = YearMonth.from(data.asOf().plusDays(1)).minusMonths(1);
        int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        Span decision = Span.words(row.getString("decision"));
        if (months < 1) {
            remarks.add(new Paragraph(Text.of(
                    "{0}: too early to tell, because no complete month has passed since it was decided.", decision)));
            return;
        }
        measured(row, first, months)
                .ifPresentOrElse(
                        result -> result.addTo(tables),
                        () -> remarks.add(Notice.noData(Text.of(
                                "{0}: its result cannot be told. {1} is no measure of the glossary and no expression that"
                                        + " the dataset can answer.",
                                decision, Span.words(row.getString("metric"))))));
    }

    private Optional<Result> measured(Row row, YearMonth first, int months) {
        Metric.Named named = new Metric.Named(
                row.getString("metric"),
                row.getString("dataset"),
                row.getString("filter"),
                row.getString("day_column"),
                row.getString("unit"));
        try {
            return Metric.of(data, named).map(metric -> measured(row, metric, first, months));
        } catch (DataUnreadable e) {
            return Optional.empty();
        }
    }

    private Result measured(Row row, Metric metric, YearMonth first, int months) {
        Period since =
                Period.named(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
        Period before = Period.named(
                first.minusMonths(months + 1L).atDay(1), first.minusMonths(2).atEndOfMonth());
        Origin now = metric.in(since);
        Unit change = metric.unit().kind() == Unit.Kind.RATE
                ? Unit.POINTS
                : metric.unit().asChange();
        Fact difference = data.fact(
                now.measuring("(" + now.measure() + ") - (" + metric.in(before).sql() + ")"), change);
        return new Result(
                row.getString("decision"),
                row.getString("expected"),
                row.getString("better").equals("higher"),
                metric.over(data, before),
                metric.over(data, since),
                difference);
    }

    private record Result(
            String decision, String expected, boolean isHigherBetter, Fact before, Fact since, Fact difference) {
        void addTo(Map<Unit, DataTable> tables) {
            tables.put(
                    since.unit(),
                    table(tables)
                            .row(
                                    Cell.label(Text.name(decision)),
                                    Cell.label(Text.name(expected)),
                                    Cell.number(before),
                                    Cell.number(since),
                                    Cell.number(difference),
                                    Cell.label(direction())));
        }

        private DataTable table(Map<Unit, DataTable> tables) {
            return tables.computeIfAbsent(
                    since.unit(),
                    unit -> DataTable.of(
                            "Results since decisions were taken",
                            Column.text("Decision"),
                            Column.text("Expected"),
                            Column.exact("Before", unit),
                            Column.exact("Since", unit),
                            Column.exact("Difference", difference.unit()),
                            Column.text("That is")));
        }

        @Message
        private String direction() {
            int sign = difference.number().map(number -> number.signum()).orElse(0);
            if (sign == 0) {
                return difference.number().isEmpty() ? "not measurable" : "unchanged";
            }
            return sign > 0 == isHigherBetter ? "better" : "worse";
        }
    }
}
