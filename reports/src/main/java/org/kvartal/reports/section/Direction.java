package org.kvartal.reports.section;

import org.kvartal.reports.fact.Estimate;

/** Which way a number has changed, as far as its interval tells. */
public enum Direction {
    UP,
    DOWN,
    /** The interval holds zero: chance alone explains the change. */
    UNPROVEN;

    public static Direction of(Estimate change) {
        boolean isUp = change.low().number().map(low -> low.signum() > 0).orElse(false);
        boolean isDown = change.high().number().map(high -> high.signum() < 0).orElse(false);
        return isUp ? UP : isDown ? DOWN : UNPROVEN;
    }
}
