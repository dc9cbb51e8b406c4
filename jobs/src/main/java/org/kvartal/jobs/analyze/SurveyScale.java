package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.kvartal.ingest.source.InputRow;

/** How a question of a survey is answered. */
enum SurveyScale {
    /** Whole numbers from 0 to 10: how likely to recommend. */
    NPS(0, 10),
    /** Whole numbers from 1 to 5: how satisfied. */
    RATING(1, 5),
    /** True or false. */
    YES_NO(0, 1);

    private final int lowest;
    private final int highest;

    SurveyScale(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The answer as a number; empty when there is none. */
    OptionalDouble answer(InputRow row, String column) {
        if (row.text(column).isEmpty()) {
            return OptionalDouble.empty();
        }
        if (this == YES_NO) {
            return OptionalDouble.of(row.flag(column) ? 1 : 0);
        }
        double answer = row.number(column).map(BigDecimal::doubleValue).orElse(Double.NaN);
        if (answer < lowest || answer > highest || answer != Math.rint(answer)) {
            if (!Double.isNaN(answer)) {
                row.refuse(column, "must be a whole number from %d to %d".formatted(lowest, highest));
            }
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(answer);
    }
}
