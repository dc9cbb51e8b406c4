package org.kvartal.forecast.adoption;

import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.Share;

/**
 * A fall of the share of active days that is beyond chance.
 *
 * @param since first working day of the lower level, as the most likely one
 * @param alarm working day at whose end it was known
 * @param before active of the counted person-days before
 * @param after the same since
 */
public record Drop(int since, int alarm, Share before, Share after) {
    /** Share of active days since less that before; negative, with Newcombe's interval. */
    public Estimate change(double level) {
        return after.less(before, level);
    }

    /** What is left of the share before. */
    public double remaining() {
        return before.successes() > 0 ? after.value() / before.value() : 1;
    }
}
