package org.kvartal.forecast.effect;

import java.util.Locale;

/** Ways to estimate the effect of a treatment that units receive at different times. */
public enum Estimator {
    CALLAWAY_SANTANNA,
    SUN_ABRAHAM,
    IMPUTATION,
    TWFE_DIAGNOSTIC;

    /** As tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
