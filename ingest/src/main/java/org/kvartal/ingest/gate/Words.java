package org.kvartal.ingest.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the sentences of the gates write them. */
final class Words {
    private Words() {}

    static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
