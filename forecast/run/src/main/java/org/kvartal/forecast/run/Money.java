package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Results of methods as tables keep money. */
final class Money {
    private static final int DECIMALS = 2;

    private Money() {}

    static BigDecimal of(double amount) {
        return BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
