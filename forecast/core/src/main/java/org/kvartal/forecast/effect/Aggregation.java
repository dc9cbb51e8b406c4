package org.kvartal.forecast.effect;

import java.util.Locale;

/** Over what effects are averaged. */
public enum Aggregation {
    /** All that treatment touched, each observation alike. */
    SIMPLE,
    /** By first treated time. */
    GROUP,
    /** By time since the first treatment. */
    EVENT,
    /** By time. */
    CALENDAR,
    /** Not at all: by first treated time and time. */
    GROUP_TIME;

    /** As tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
