package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.List;

/**
 * When it is time to train again.
 * <pre>
 *   due(i) = day of training of i + months after which a share of the effect is left
 *   on     = the day by which half of the trained are due, or the day after today where that has passed
 * </pre>
 *
 * @param monthsAfter the training
 * @param on day of the refresher
 * @param due trained persons who are due today
 */
public record Refresher(double monthsAfter, LocalDate on, int due) {
    private static final double DAYS_OF_MONTH = 365.25 / 12;

    /**
     * @param months after the training
     * @param trained days of training, at least one
     */
    public static Refresher of(double months, List<LocalDate> trained, LocalDate asOf) {
        List<LocalDate> due = trained.stream()
                .sorted()
                .map(day -> day.plusDays(Math.round(months * DAYS_OF_MONTH)))
                .toList();
        LocalDate half = due.get((due.size() - 1) / 2);
        return new Refresher(months, half.isAfter(asOf) ? half : asOf.plusDays(1), (int)
                due.stream().filter(day -> !day.isAfter(asOf)).count());
    }
}
