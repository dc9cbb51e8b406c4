package org.kvartal.reports.chart;

import java.math.BigDecimal;
import java.util.List;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** What is written beside the marks of one chart, all in the chart's unit and scale. */
record Labels(Language language, Unit unit, Scale scale) {

    static Labels of(Chart chart, Language language) {
        return new Labels(language, chart.heading().unit(), chart.scale());
    }

    /** The label in words. */
    String name(Text label) {
        return label.print(language);
    }

    List<String> names(List<Text> names) {
        return names.stream().map(this::name).toList();
    }

    Reading reading() {
        return Reading.of(language);
    }

    String value(Fact fact) {
        return language.cell(fact, scale);
    }

    /** A mark of the axis, with as many decimals as the step between two of them needs. */
    String tick(double value, double step) {
        double printed = unit.isFraction() ? step * 100 : step / Math.pow(10, scale.exponent());
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(printed) + 1e-9));
        return language.cell(BigDecimal.valueOf(value), unit, new Scale(scale.exponent(), decimals));
    }

    /** What a mark says when pointed at: label, series, all digits, interval and trace code. */
    String tip(Text label, Series series, Estimate estimate) {
        Fact fact = estimate.value();
        String interval = estimate.hasInterval()
                ? " (" + language.exact(estimate.low()) + " … " + language.exact(estimate.high()) + ")"
                : "";
        String cases = fact.rows().isPresent() ? " · n " + language.count(fact.rowCount()) : "";
        return name(Text.of("{0}, {1}", label, series.name())) + ": " + language.exact(fact) + interval + cases + " · "
                + fact.origin().code();
    }

    /** The number of cases, which stands beside every rate whose number is known; else nothing. */
    String cases(Fact fact) {
        boolean printed = fact.unit().kind() == Unit.Kind.RATE && fact.rows().isPresent();
        return printed ? "n " + language.count(fact.rowCount()) : "";
    }
}
