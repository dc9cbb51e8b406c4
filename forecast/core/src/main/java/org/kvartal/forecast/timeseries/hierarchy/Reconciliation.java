package org.kvartal.forecast.timeseries.hierarchy;

import java.util.BitSet;

/** Makes values of all nodes add up: every aggregate becomes the sum of its bottom series. */
public sealed interface Reconciliation permits BottomUp, TopDown, MinimumTrace, MeanOfTwo {
    ReconciliationMethod method();

    /**
     * Coherent values for the base values of one step, in the order of {@link Grouping#nodes()}.
     *
     * @param nonNegative the bottom series, from 0, whose values must not be below 0
     */
    double[] apply(double[] base, BitSet nonNegative);

    /** Coherent values without a bound. */
    default double[] apply(double[] base) {
        return apply(base, new BitSet());
    }

    /**
     * The method for a hierarchy whose errors are known.
     *
     * @param errors of the base forecasts; methods that need none do not look at them
     */
    static Reconciliation of(ReconciliationMethod method, Grouping grouping, NodeErrors errors) {
        return switch (method) {
            case BOTTOM_UP -> new BottomUp(grouping);
            case TOP_DOWN -> TopDown.byForecasts(grouping);
            case OLS -> MinimumTrace.ordinary(grouping);
            case WLS_STRUCT -> MinimumTrace.structural(grouping);
            case WLS_VAR -> MinimumTrace.byVariance(grouping, errors);
            case MINT_SHRINK -> MinimumTrace.shrunk(grouping, errors);
            case MINT_DAMPED -> MinimumTrace.damped(grouping, errors, Damping.STURDY);
            case AUTO, TOP_DOWN_HISTORY ->
                throw new IllegalArgumentException(
                        "Invalid reconciliation method: %s needs more than errors".formatted(method.label()));
        };
    }
}
