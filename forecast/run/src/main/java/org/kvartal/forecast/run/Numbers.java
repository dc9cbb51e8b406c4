package org.kvartal.forecast.run;

import org.jspecify.annotations.Nullable;

/** Results of methods as tables keep them. */
final class Numbers {
    private Numbers() {}

    /** A number; nothing where a method has {@code NaN}. */
    static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
