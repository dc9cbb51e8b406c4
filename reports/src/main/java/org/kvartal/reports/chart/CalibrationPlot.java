package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.fact.Text;

/**
 * What was promised against what came: how often a probability, or the range of a forecast, held when it was said to.
 * What is honest lies on the diagonal, as far as the intervals allow.
 *
 * @param labels one for each promise: "said 80%"
 * @param promised the shares promised, exact; {@link Scenario#PLAN}
 * @param came the shares that came, with intervals; {@link Scenario#ACTUAL}
 */
public record CalibrationPlot(Heading heading, List<Text> labels, Series promised, Series came) implements Chart {

    public CalibrationPlot {
        labels = List.copyOf(labels);
        ChartLint.chart(heading, labels, List.of(came, promised));
        ChartLint.calibration(heading, promised, came);
    }

    @Override
    public List<Series> series() {
        return List.of(came, promised);
    }
}
