package org.kvartal.forecast.pipeline;

import java.time.LocalDate;

/**
 * A value of a deal that was replaced.
 *
 * @param field {@link #STAGE}, {@link #AMOUNT}, {@link #EXPECTED_CLOSE}, {@link #OWNER} or the name of an attribute
 * @param on the day
 * @param before the value until then; empty when there was none
 * @param after the value from then on; empty when there is none
 */
public record DealChange(String field, LocalDate on, String before, String after) {
    public static final String STAGE = "stage";
    public static final String AMOUNT = "amount";
    public static final String EXPECTED_CLOSE = "close_date";
    public static final String OWNER = "owner_id";
}
