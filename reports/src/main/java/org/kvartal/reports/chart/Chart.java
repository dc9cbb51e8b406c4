package org.kvartal.reports.chart;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.fact.Text;

/**
 * A chart as data: what is drawn, not how. Labels and series are also the rows and columns of the table behind the
 * chart. Constructors refuse what breaks a rule of {@link ChartLint}.
 */
public sealed interface Chart
        permits ColumnChart, BarChart, LineChart, BridgeChart, DotPlot, CalibrationPlot, PanelChart {

    Heading heading();

    /** Periods, members or steps, in the order in which they are drawn. */
    List<Text> labels();

    /** Each has as many values as there are labels. */
    List<Series> series();

    /** All numbers of the chart, those of its message first. */
    default Stream<Fact> facts() {
        return Stream.concat(heading().facts(), series().stream().flatMap(Series::facts));
    }

    /** The scale in which all of the chart's numbers are printed. */
    default Scale scale() {
        return Scale.common(
                heading().unit(), series().stream().flatMap(Series::facts).toList());
    }
}
