package org.kvartal.forecast.external;

/**
 * One member of a blend, and how it did.
 *
 * @param name the source, or {@link ExternalBlend#OWN}
 * @param scored past forecasts that could be scored
 * @param bias mean of forecast - actual, in our unit; not a number without scored forecasts
 * @param meanAbsoluteError in our unit; not a number without scored forecasts
 * @param weight share in the blend, from 0 to 1
 * @param reason what the weight rests on
 */
public record BlendMember(
        String name, int scored, double bias, double meanAbsoluteError, double weight, String reason) {}
