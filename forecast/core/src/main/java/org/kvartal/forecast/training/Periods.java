package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Into which periods months are put together. A mean of few cases is mostly chance, and the effect of a training is measured
 * against the one period before it: a period has as many months, up to a quarter, as give half of the persons 30 cases.
 *
 * @param months of a period
 * @param shift months since the year 0 at which a period begins; the last period is a whole one
 */
public record Periods(int months, long shift) {
    private static final int ENOUGH = 30;
    private static final int MOST_MONTHS = 3;

    private record Place(String person, long period) {}

    static Periods of(Collection<OutcomeCell> cells) {
        long next = 1
                + cells.stream()
                        .mapToLong(cell -> Programme.number(cell.month()))
                        .max()
                        .orElse(0);
        int most = areOneAMonth(cells) ? 1 : MOST_MONTHS;
        Periods periods = new Periods(1, 0);
        while (periods.months() < most && periods.medianCases(cells) < ENOUGH) {
            periods = new Periods(periods.months() + 1, next % (periods.months() + 1));
        }
        return periods;
    }

    /** What is counted once a month, as active days, is no mean of cases. */
    private static boolean areOneAMonth(Collection<OutcomeCell> cells) {
        return cells.stream().allMatch(cell -> cell.count() == 1 && cell.kind().isEmpty());
    }

    private double medianCases(Collection<OutcomeCell> cells) {
        Map<Place, Long> counts = new HashMap<>();
        cells.forEach(cell -> counts.merge(
                new Place(cell.person(), period(Programme.number(cell.month()))), cell.count(), Long::sum));
        long[] sorted =
                counts.values().stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? 0
                : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    }

    /** Number of the period that holds a month. */
    long period(long month) {
        return Math.floorDiv(month - shift, (long) months);
    }

    /** First day of a period. */
    public LocalDate first(long period) {
        return Programme.month(period * months + shift);
    }
}
