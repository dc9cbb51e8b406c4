package org.kvartal.reports.portal;

import java.time.Duration;

/**
 * How much one analyst may take of the machine.
 *
 * @param statements that run at the same time
 * @param rows that a page shows; downloads have all
 * @param memory of one statement, as {@code 1GB}
 */
public record Limits(int statements, int rows, Duration time, String memory) {
    public static final Limits USUAL = new Limits(2, 1000, Duration.ofMinutes(2), "1GB");
}
