package org.kvartal.forecast.run;

import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code prices}.
 *
 * @param maximumAgeDays so long a competitor's price counts after it was last seen
 */
public record PriceSettings(int maximumAgeDays) {
    private static final int A_MONTH = 30;
    private static final int A_YEAR = 366;

    public static PriceSettings read(ConfigSection section) {
        return new PriceSettings(section.integerFrom(1, A_YEAR, "maximum-age-days", A_MONTH));
    }
}
