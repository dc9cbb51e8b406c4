package org.kvartal.reports.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kvartal.ingest.model.Version;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.chart.ChartSvg;
import org.kvartal.reports.chart.ColumnChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.document.Cover;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.render.HtmlReport;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** A chart of a table at the prompt, under the rules that charts of the report obey. */
final class ExploredChart {
    private static final int MOST_COLUMNS = 24;
    private static final int MOST_BARS = 40;
    private static final int WIDTH = 720;

    private final ReleaseCard card;
    private final Table table;
    private final String label;
    private final List<String> labels;

    ExploredChart(ReleaseCard card, Table table, String label) {
        this.card = card;
        this.table = table;
        this.label = label;
        this.labels = table.column(label).asStringColumn().asList();
        Set<String> seen = new HashSet<>();
        for (String one : labels) {
            if (!seen.add(one)) {
                throw new IllegalArgumentException("Cannot draw " + label + ": " + one
                        + " stands in more than one row; sum them first, as sql(\"select " + label
                        + ", sum(…) … group by " + label + " order by " + label + "\")");
            }
        }
    }

    /** @param names of columns of numbers */
    Path measures(String message, List<String> names) {
        List<Chart> charts = new ArrayList<>();
        if (isTime() && (names.size() > 1 || labels.size() > MOST_COLUMNS)) {
            List<Series> series = names.stream().map(this::actual).toList();
            charts.add(new LineChart(
                    heading(message, String.join(", ", names), unit(names.get(0))), Text.names(labels), series));
        } else {
            names.forEach(name -> charts.add(single(message, name)));
        }
        return write(message, String.join("-", names), charts);
    }

    private Chart single(String message, String name) {
        Heading heading = heading(message, name, unit(name));
        if (isTime()) {
            return new ColumnChart(heading, Text.names(labels), List.of(actual(name)));
        }
        if (labels.size() > MOST_BARS) {
            throw new IllegalArgumentException("Cannot draw " + labels.size() + " bars: " + MOST_BARS
                    + " can be read; take the first, as table.sortDescendingOn(\"" + name + "\").first(" + MOST_BARS
                    + ")");
        }
        return new BarChart(heading, Text.names(labels), List.of(actual(name)));
    }

    Path fan(String message, String middle, String low, String high) {
        List<Estimate> known = new ArrayList<>();
        List<Estimate> ahead = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            Estimate estimate = Estimate.between(fact(low, row), fact(middle, row), fact(high, row));
            Estimate missing = Estimate.exact(missing(middle));
            known.add(estimate.hasInterval() ? missing : Estimate.exact(fact(middle, row)));
            ahead.add(estimate.hasInterval() ? estimate : missing);
        }
        List<Series> series = new ArrayList<>(List.of(Series.of(Scenario.FORECAST, ahead)));
        if (known.stream().anyMatch(one -> !one.isMissing())) {
            series.add(0, Series.of(Scenario.ACTUAL, known));
        }
        return write(
                message,
                middle,
                List.of(new LineChart(heading(message, middle, unit(middle)), Text.names(labels), series)));
    }

    private boolean isTime() {
        return Set.of(ColumnType.LOCAL_DATE, ColumnType.LOCAL_DATE_TIME, ColumnType.INSTANT)
                .contains(table.column(label).type());
    }

    private Heading heading(String message, String measure, Unit unit) {
        String period = isTime() ? labels.get(0) + " to " + labels.get(labels.size() - 1) : "as of " + card.asOf();
        return new Heading(Text.name(message), card.organisation(), Text.name(measure), unit, Text.name(period));
    }

    private Series actual(String name) {
        List<Estimate> values = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            values.add(Estimate.exact(fact(name, row)));
        }
        return new Series(Scenario.ACTUAL, Text.name(name), values);
    }

    private Fact fact(String name, int row) {
        NumericColumn<?> column = table.numberColumn(name);
        return column.isMissing(row) ? missing(name) : Fact.of(column.getDouble(row), unit(name), origin(name, row));
    }

    private Fact missing(String name) {
        return Fact.missing(unit(name), Origin.of(source(), name));
    }

    private Origin origin(String name, int row) {
        return Origin.of(source(), name).where(label + " = '" + labels.get(row).replace("'", "''") + "'");
    }

    private String source() {
        return table.name() == null || table.name().isBlank() ? "table" : table.name();
    }

    /** Columns tell their unit by the end of their name. */
    private Unit unit(String name) {
        String end = name.substring(name.lastIndexOf('_') + 1);
        return switch (end) {
            case "amount", "value", "revenue", "margin" -> Unit.money(card.currency());
            case "price" -> Unit.price(card.currency());
            case "rate", "share" -> Unit.RATE;
            case "count" -> Unit.count("");
            case "days", "hours", "months" -> Unit.named(end, 1);
            default -> Unit.measure("", 2);
        };
    }

    private Path write(String message, String name, List<Chart> charts) {
        Section section =
                Section.answering("chart", Text.name(name), Text.none()).lead(Text.name(message));
        for (Chart chart : charts) {
            section = section.with(new Figure(chart));
        }
        Report page = new Report(Text.name(name), Locale.ENGLISH, cover(), List.of(section));
        Path file = free(name.replaceAll("[^A-Za-z0-9_-]+", "-"));
        try {
            Files.createDirectories(card.charts());
            new HtmlReport().write(page, file);
            ChartSvg svg = new ChartSvg(Language.of(Locale.ENGLISH));
            for (int i = 0; i < charts.size(); i++) {
                String suffix = i == 0 ? ".svg" : "-" + (i + 1) + ".svg";
                String stem = file.toString().replaceFirst("\\.html$", suffix);
                Files.writeString(Path.of(stem), svg.draw(charts.get(i), WIDTH).svg());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
        return file;
    }

    /** A chart never takes the place of an earlier one. */
    private Path free(String name) {
        int number = 1;
        while (Files.exists(card.charts().resolve(name + "-" + number + ".html"))) {
            number++;
        }
        return card.charts().resolve(name + "-" + number + ".html");
    }

    private Cover cover() {
        return new Cover(
                card.organisation(), card.asOf(), card.run(), Grade.A, card.currency(), Text.none(), Version.NUMBER);
    }
}
