package org.kvartal.forecast.run;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Amounts of one unit by month.
 *
 * @param scope total, product or another kind of unit
 * @param member which one; empty for the total
 * @param amounts in the project's currency; a month between two of them that is absent had nothing
 */
record MonthlySeries(String scope, String member, SortedMap<YearMonth, Double> amounts) {
    private static final int MONTHS_A_YEAR = 12;

    boolean isNeverNegative() {
        return amounts.values().stream().allMatch(amount -> amount >= 0);
    }

    /** The values from the first month with an amount to the last complete one, months without any as zero. */
    TimeSeries until(YearMonth lastMonth) {
        YearMonth first = amounts.isEmpty() ? lastMonth.plusMonths(1) : amounts.firstKey();
        int length = (int) Math.max(0, ChronoUnit.MONTHS.between(first, lastMonth) + 1);
        double[] values = new double[length];
        for (Map.Entry<YearMonth, Double> entry :
                amounts.headMap(lastMonth.plusMonths(1)).entrySet()) {
            values[(int) ChronoUnit.MONTHS.between(first, entry.getKey())] = entry.getValue();
        }
        return TimeSeries.seasonal(values, MONTHS_A_YEAR);
    }
}
