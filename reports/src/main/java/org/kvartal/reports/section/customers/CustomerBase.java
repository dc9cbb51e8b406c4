package org.kvartal.reports.section.customers;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/**
 * On whom the sales of the last twelve months rest.
 *
 * @param basis orders where there are any, else bookings, as in the scorecard
 */
record CustomerBase(
        String basis, Fact customers, Fact best, Fact bestShare, Fact growing, Fact grown, Fact falling, Fact fallen) {
    static final String SCORECARD = "mart.customer_scorecard";
    static final Unit COUNT = Unit.count("customers");

    private static final String RANKING = "mart.sales_ranking";
    private static final String BOUGHT = "amount > 0";
    private static final int MOST_NAMED = 10;

    static CustomerBase read(ReportData data) {
        Table orders = data.table("select cast(count(*) as double) as n from mart.sales_lines where basis = 'orders'");
        String basis = orders.doubleColumn("n").getDouble(0) > 0 ? "orders" : "bookings";
        String ranked = ranked(basis);
        String up = "amount > amount_before";
        String down = "amount < amount_before";
        return new CustomerBase(
                basis,
                data.fact(SCORECARD, BOUGHT, "count(*)", COUNT),
                data.fact(RANKING, Condition.all(ranked, "class = 'A'"), "count(*)", COUNT),
                data.fact(
                        RANKING,
                        Condition.all(ranked, "class = 'A'"),
                        "cast(sum(amount) as double) / max(total_amount)",
                        Unit.RATE),
                data.fact(SCORECARD, up, "count(*)", COUNT),
                data.fact(SCORECARD, up, "sum(amount - amount_before)", data.money()),
                data.fact(SCORECARD, down, "count(*)", COUNT),
                data.fact(SCORECARD, down, "sum(amount_before - amount)", data.money()));
    }

    private static String ranked(String basis) {
        return Condition.all(
                Condition.is("basis", basis), "dimension = 'account' and member_key is not null and class is not null");
    }

    boolean isEmpty() {
        return customers.number().orElseThrow().signum() == 0;
    }

    Text sentence() {
        return Text.of(
                "{0} customers bought in the last twelve months, {1} of them made {2} of the sales. Against the twelve"
                        + " months before, {3} bought {4} more and {5} bought {6} less.",
                customers, best, bestShare, growing, grown, falling, fallen);
    }

    List<Block> blocks(ReportData data) {
        return List.of(new Figure(largest(data)));
    }

    List<Block> details(ReportData data) {
        return List.of(classes(data));
    }

    private BarChart largest(ReportData data) {
        Table rows = data.table("select s.account_id as id, coalesce(nullif(trim(a.name), ''), s.account_id) as name"
                + " from " + SCORECARD + " s left join crm.accounts a on a.account_id = s.account_id where s." + BOUGHT
                + " order by s.amount desc, s.account_id limit " + MOST_NAMED);
        List<String> ids = rows.stringColumn("id").asList();
        String named = Condition.isOneOf("account_id", ids);
        Fact share = data.fact(
                Origin.of(
                        SCORECARD,
                        "cast(sum(case when " + named + " then amount end) as double) / nullif(sum(amount), 0)"),
                Unit.RATE);
        Period year = Period.days(data.asOf().minusYears(1).plusDays(1), data.asOf());
        return new BarChart(
                new Heading(
                        Text.of(
                                "The {0} largest of {1} customers make {2} of the sales",
                                named(data, named), customers, share),
                        data.project().name(),
                        Text.of(basis.equals("orders") ? "Orders" : "Bookings"),
                        data.money(),
                        Text.of("{0}, AC and PY", year.name())),
                unique(rows),
                List.of(
                        series(data, ids, Scenario.ACTUAL, "amount"),
                        series(data, ids, Scenario.PRIOR_YEAR, "amount_before")));
    }

    private static Fact named(ReportData data, String condition) {
        return data.fact(SCORECARD, condition, "count(*)", COUNT);
    }

    /** Two customers of one name are told apart by their ids. */
    private static List<Text> unique(Table rows) {
        List<String> names = rows.stringColumn("name").asList();
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.indexOf(names.get(i)) == names.lastIndexOf(names.get(i))
                        ? Text.name(names.get(i))
                        : Text.name(
                                names.get(i) + " (" + rows.stringColumn("id").get(i) + ")"))
                .toList();
    }

    private static Series series(ReportData data, List<String> ids, Scenario scenario, String column) {
        return Series.of(
                scenario,
                ids.stream()
                        .map(id -> new Origin(SCORECARD, Condition.is("account_id", id), "sum(" + column + ")"))
                        .map(origin -> Estimate.exact(data.fact(origin, data.money())))
                        .toList());
    }

    private DataTable classes(ReportData data) {
        DataTable table = DataTable.of(
                "On how many customers the sales rest: A make the first 80 %, B the next 15 %, C the rest",
                Column.text("Class"),
                Column.number("Customers", COUNT),
                Column.number("Share of customers", Unit.RATE),
                Column.number("Sales", data.money()),
                Column.number("Share of sales", Unit.RATE));
        for (String name : List.of("A", "B", "C")) {
            table = table.row(Text.name(name), facts(data, Condition.is("class", name)));
        }
        return table.total("All with sales", facts(data, ""));
    }

    private Fact[] facts(ReportData data, String condition) {
        String those = Condition.all(ranked(basis), condition);
        String all = "(select count(*) from " + RANKING + " where " + ranked(basis) + ")";
        return new Fact[] {
            data.fact(RANKING, those, "count(*)", COUNT),
            data.fact(RANKING, those, "cast(count(*) as double) / nullif(" + all + ", 0)", Unit.RATE)
                    .ofRows(Fact.UNCOUNTED),
            data.fact(RANKING, those, "coalesce(sum(amount), 0)", data.money()),
            data.fact(RANKING, those, "cast(sum(amount) as double) / max(total_amount)", Unit.RATE)
                    .ofRows(Fact.UNCOUNTED)
        };
    }
}
