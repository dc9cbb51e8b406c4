package org.kvartal.forecast.external;

import java.time.LocalDate;
import java.util.OptionalDouble;

/** Our own forecast of a period, made from what was known at the end of a day. */
@FunctionalInterface
public interface OwnOutlook {
    /** @param period first day of the period */
    OptionalDouble expected(LocalDate asOf, LocalDate period);
}
