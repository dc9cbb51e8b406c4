package org.kvartal.forecast.effect;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A panel as tables of numbers, [unit][period]; 0 where nothing is observed. */
final class PanelColumns {
    private PanelColumns() {}

    static double[][] outcomes(Panel panel) {
        double[][] values = new double[panel.units()][panel.periods()];
        for (int i = 0; i < values.length; i++) {
            for (int t = 0; t < values[i].length; t++) {
                values[i][t] = panel.isObserved(i, t) ? panel.outcome(i, t) : 0;
            }
        }
        return values;
    }

    /**
     * The covariates, [covariate][unit][period], each less its mean over the panel: sums of large numbers would lose their
     * differences.
     */
    static double[][][] covariates(Panel panel) {
        double[][][] values = new double[panel.covariates().size()][panel.units()][panel.periods()];
        for (int k = 0; k < values.length; k++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < panel.units(); i++) {
                for (int t = 0; t < panel.periods(); t++) {
                    if (panel.isObserved(i, t)) {
                        values[k][i][t] = panel.covariate(k, i, t);
                        sum += values[k][i][t];
                        count++;
                    }
                }
            }
            subtract(values[k], count > 0 ? sum / count : 0, panel);
        }
        return values;
    }

    private static void subtract(double[][] values, double mean, Panel panel) {
        for (int i = 0; i < values.length; i++) {
            for (int t = 0; t < values[i].length; t++) {
                values[i][t] -= panel.isObserved(i, t) ? mean : 0;
            }
        }
    }

    /** A remark on covariates that fall out of a regression; empty when none does. */
    static String dropped(Panel panel, IntPredicate isDropped) {
        String names = IntStream.range(0, panel.covariates().size())
                .filter(isDropped)
                .mapToObj(panel.covariates()::get)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : names + " does not vary beyond units and periods and falls out";
    }

    static boolean[][] observed(Panel panel) {
        boolean[][] observed = new boolean[panel.units()][panel.periods()];
        for (int i = 0; i < observed.length; i++) {
            for (int t = 0; t < observed[i].length; t++) {
                observed[i][t] = panel.isObserved(i, t);
            }
        }
        return observed;
    }
}
