package org.kvartal.forecast.price;

import java.util.List;
import java.util.function.DoubleFunction;
import org.kvartal.forecast.regression.LinearFit;

/**
 * The interval of all values that the data do not refuse at 5 %, which holds however weak the instruments are.
 *
 * <p>Searched 30 standard errors of 2SLS to each side; an interval that does not end there is open. Source: Anderson and
 * Rubin (1949), Annals of Mathematical Statistics 20, with robust errors in the reduced form.
 */
final class AndersonRubin {
    private static final double LEVEL = 0.05;
    private static final double REACH = 30;
    private static final int STEPS = 120;
    private static final int HALVINGS = 40;

    private AndersonRubin() {}

    static PriceEstimate interval(
            DoubleFunction<LinearFit> reduced, List<String> instruments, LinearFit fit, String term, int rows) {
        double centre = fit.coefficient(term);
        double reach = REACH * fit.standardError(term);
        double low = end(reduced, instruments, centre, -reach);
        double high = end(reduced, instruments, centre, reach);
        String note = Double.isFinite(low) && Double.isFinite(high)
                ? "holds with weak instruments too"
                : "open: the instruments do not bound the elasticity on both sides";
        return PriceEstimate.interval("2sls", "anderson_rubin", low, high, rows, note);
    }

    private static boolean isRefused(DoubleFunction<LinearFit> reduced, List<String> instruments, double value) {
        LinearFit fit = reduced.apply(value);
        return WaldTest.p(WaldTest.of(fit, instruments), instruments.size(), fit.degreesOfFreedom()) < LEVEL;
    }

    /** Where refusal begins for good on one side; {@code NaN} if nowhere. */
    private static double end(
            DoubleFunction<LinearFit> reduced, List<String> instruments, double centre, double reach) {
        if (!isRefused(reduced, instruments, centre + reach)) {
            return Double.NaN;
        }
        double outside = centre + reach;
        double inside = centre;
        for (int step = STEPS - 1; step > 0; step--) {
            double value = centre + reach * step / STEPS;
            if (!isRefused(reduced, instruments, value)) {
                inside = value;
                break;
            }
            outside = value;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (isRefused(reduced, instruments, middle)) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return (inside + outside) / 2;
    }
}
