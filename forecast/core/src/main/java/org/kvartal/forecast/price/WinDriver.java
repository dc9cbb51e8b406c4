package org.kvartal.forecast.price;

/**
 * What goes with winning.
 *
 * @param factor what it is, as source
 * @param member which one of it; empty where there is no choice
 * @param effect change of the chance to win by one unit, from {@code low} to {@code high} with 95 %
 * @param logOdds coefficient of the logistic regression, with its standard error
 * @param unit what one unit is, or what it is compared with
 * @param deals for which it holds or is known
 */
public record WinDriver(
        String factor,
        String member,
        double effect,
        double low,
        double high,
        double logOdds,
        double standardError,
        String unit,
        int deals) {}
