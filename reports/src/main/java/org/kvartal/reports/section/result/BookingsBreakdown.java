package org.kvartal.reports.section.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.Period;

/**
 * Bookings of the quarter by the members of a dimension, with what they are compared with, and the total. A deal with
 * lines of several products counts with each of them.
 */
final class BookingsBreakdown {
    private static final String TABLE = "mart.sales_lines";
    private static final String BOOKED = "basis = 'bookings'";
    private static final int MOST_MEMBERS = 10;

    private final ReportData data;
    private final Comparison comparison;

    private BookingsBreakdown(ReportData data, Comparison comparison) {
        this.data = data;
        this.comparison = comparison;
    }

    /** Empty when there are fewer than two members: then the total says everything. */
    static Optional<DataTable> by(Dimension dimension, ReportData data, Comparison comparison) {
        BookingsBreakdown breakdown = new BookingsBreakdown(data, comparison);
        Origin size = new Origin(
                TABLE,
                breakdown.wonInEither(),
                "sum(case when " + comparison.now().includes("day") + " then amount end)");
        List<Member> members = Members.largest(data, dimension, size, MOST_MEMBERS);
        return members.size() < 2 ? Optional.empty() : Optional.of(breakdown.table(dimension, members));
    }

    /** Whoever booked in one of the periods is shown, so that both totals hold. */
    private String wonInEither() {
        List<String> periods = Stream.concat(Stream.of(comparison.now()), comparison.before().stream())
                .map(period -> period.includes("day"))
                .toList();
        return BOOKED + " and (" + String.join(" or ", periods) + ")";
    }

    private DataTable table(Dimension dimension, List<Member> members) {
        List<Row> rows = members.stream()
                .map(member -> row(member.label(), member.condition()))
                .toList();
        Text by = Text.of(dimension.title());
        Text now = comparison.now().name();
        Text caption = comparison
                .before()
                .map(before -> Text.of("{0}: bookings of {1} against {2}", by, now, before.name()))
                .orElse(Text.of("{0}: bookings of {1}", by, now));
        return new DataTable(caption, columns(dimension), rows, List.of(row(Text.of("Total"), "")));
    }

    private List<Column> columns(Dimension dimension) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(dimension.title()),
                Column.number("Deals won", Unit.count("opportunities")),
                Column.number("Booked", data.money()),
                Column.number("Share", Unit.RATE)));
        comparison.before().ifPresent(before -> {
            columns.add(Column.number("Before", data.money()));
            columns.add(Column.gain("Change", data.money()));
        });
        return columns;
    }

    private Row row(Text label, String condition) {
        String now = comparison.now().includes("day");
        String won = Condition.all(BOOKED, condition);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.label(label));
        cells.add(number(Condition.all(won, now), "count(distinct document_key)", Unit.count("opportunities")));
        cells.add(number(Condition.all(won, now), "coalesce(sum(amount), 0)", data.money()));
        cells.add(share(condition, now));
        comparison.before().ifPresent(before -> {
            cells.add(number(Condition.all(won, before.includes("day")), "coalesce(sum(amount), 0)", data.money()));
            cells.add(number(Condition.all(won, wonInEither()), change(before), data.money()));
        });
        return new Row(cells);
    }

    private Cell share(String condition, String now) {
        String part = condition.isEmpty() ? "amount" : "case when " + condition + " then amount else 0 end";
        return number(
                Condition.all(BOOKED, now),
                "cast(sum(" + part + ") as double) / nullif(cast(sum(amount) as double), 0)",
                Unit.RATE);
    }

    private String change(Period before) {
        return "coalesce(sum(case when " + comparison.now().includes("day") + " then amount when "
                + before.includes("day") + " then -amount end), 0)";
    }

    private Cell number(String filter, String measure, Unit unit) {
        Fact fact = data.fact(TABLE, filter, measure, unit);
        return Cell.number(fact);
    }
}
