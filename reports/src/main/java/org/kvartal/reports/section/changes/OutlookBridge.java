package org.kvartal.reports.section.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** What moved the outlook of the quarter, beside what moved the pipeline. */
final class OutlookBridge {
    private static final String TABLE = "mart.outlook_bridge";

    private final ReportData data;
    private final Item start;
    private final Item end;
    private final List<OutlookStep> steps;

    private OutlookBridge(ReportData data, Item start, Item end) {
        this.data = data;
        this.start = start;
        this.end = end;
        this.steps = OutlookStep.moved(data);
    }

    /** Nothing where one of the nights had no outlook. */
    static List<Block> blocks(ReportData data, Text before, Text after) {
        return data.has(TABLE) ? between(data, before, after).blocks() : List.of();
    }

    /** The steps and the deals behind them; nothing where nothing moved. */
    static List<Block> details(ReportData data) {
        return data.has(TABLE) ? between(data, Text.none(), Text.none()).details() : List.of();
    }

    private static OutlookBridge between(ReportData data, Text before, Text after) {
        return new OutlookBridge(
                data, new Item(before, OutlookStep.end(data, "start")), new Item(after, OutlookStep.end(data, "end")));
    }

    private List<Block> details() {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Block> details = new ArrayList<>(List.of(table()));
        OutlookMovements.largest(data).ifPresent(details::add);
        return details;
    }

    private List<Block> blocks() {
        Fact quarter = data.fact(Origin.of(TABLE, "max(quarter)"), Unit.PHRASE);
        if (steps.isEmpty()) {
            return List.of(new Paragraph(Text.of("The outlook for {0} is {1}, as before.", quarter, end.value())));
        }
        OutlookStep largest =
                steps.stream().max(Comparator.comparing(OutlookStep::size)).orElseThrow();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Text.of(
                "Expected for {0}: {1} instead of {2}; the largest step, {3}, is due to {4}.",
                quarter, end.value(), start.value(), largest.amount().asChange(), largest.cause())));
        blocks.add(new Figure(chart()));
        return blocks;
    }

    private Chart chart() {
        List<Item> changes = steps.stream()
                .map(step -> new Item(step.label(), step.amount()))
                .toList();
        return StepChart.of(heading("Outlook of the quarter"), heading("Changes of the outlook"), start, changes, end);
    }

    private Heading heading(@Message String measure) {
        return new Heading(
                Text.of(
                        "In all, the outlook changed by {0}",
                        OutlookStep.net(data, data.money().asChange())),
                data.project().name(),
                measure,
                data.money(),
                Text.of("{0} to {1}", start.label(), end.label()));
    }

    private DataTable table() {
        DataTable table = DataTable.of(
                "Steps from one outlook to the other",
                Column.text("What happened"),
                Column.number("Deals", Unit.count("opportunities")),
                Column.gain("Change", data.money()));
        for (OutlookStep step : steps) {
            table = table.row(step.label(), step.count(), step.amount());
        }
        return table.total(Cell.label("Total"), Cell.blank(), Cell.number(OutlookStep.net(data, data.money())));
    }
}
