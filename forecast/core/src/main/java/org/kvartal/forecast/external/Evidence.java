package org.kvartal.forecast.external;

/**
 * How far scored forecasts carry weights: the simple average until there is proof that weights do better.
 *
 * <p>Source: Timmermann (2006), Handbook of Economic Forecasting 1, section 4; Wang, Hyndman, Li and Kang (2023), Int.
 * J. Forecasting 39, section 2.6.
 */
enum Evidence {
    REGRESSION(50, "regression on %d periods scored together, weights positive and adding up to 1"),
    ERRORS(30, "errors of %d periods scored together, half-way to equal weights; 50 periods allow regression"),
    AVERAGE(0, "equal shares: %d periods scored together, 30 needed to weight by errors");

    private final int fewestPeriods;
    private final String reason;

    Evidence(int fewestPeriods, String reason) {
        this.fewestPeriods = fewestPeriods;
        this.reason = reason;
    }

    static Evidence of(int periods) {
        return periods >= REGRESSION.fewestPeriods ? REGRESSION : periods >= ERRORS.fewestPeriods ? ERRORS : AVERAGE;
    }

    Combination combination(MemberForecasts past) {
        return switch (this) {
            case REGRESSION -> GrangerRamanathan.convex(past);
            case ERRORS -> BatesGranger.shrunk(past);
            case AVERAGE -> Combination.average(past.members());
        };
    }

    String reason(int periods) {
        return reason.formatted(periods);
    }
}
