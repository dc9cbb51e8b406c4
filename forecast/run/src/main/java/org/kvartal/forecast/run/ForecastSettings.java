package org.kvartal.forecast.run;

import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code forecast}.
 *
 * @param horizonMonths months of bookings that are forecast
 */
public record ForecastSettings(int horizonMonths) {
    private static final int HALF_A_YEAR = 6;

    public static ForecastSettings read(ConfigSection section) {
        return new ForecastSettings(section.integerFrom(1, 36, "horizon-months", HALF_A_YEAR));
    }
}
