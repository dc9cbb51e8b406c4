package org.kvartal.forecast.anomaly;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Whether a day is complete, from the time of its last event.
 * <pre>
 *   F(h)      = share of past events that came by the end of hour h
 *   P(silent) = exp(-mean (1 - F(h)) / dispersion)          nothing after the last hour seen, although the day is complete
 * </pre>
 * mean events of the day expected; with no event at all F is 0. Below one in a thousand the day is taken to be cut off.
 * Where all events bear the same hour, as dates without a time do, any event makes the day complete.
 */
public final class ArrivalCurve {
    private static final double CUT_OFF = 0.001;
    private static final int MOST_DAYS_BACK = 3;

    private final double[] cumulated;

    /** @param countByHour past events by hour of the day */
    public ArrivalCurve(double... countByHour) {
        cumulated = new double[countByHour.length];
        double sum = 0;
        for (int hour = 0; hour < countByHour.length; hour++) {
            sum += countByHour[hour];
            cumulated[hour] = sum;
        }
    }

    /**
     * The last day, of the as-of date and the three before it, that is complete. Where history is too short to tell, or
     * no day is, the as-of date.
     *
     * @param events all of them, by day
     * @param lastHour hour of the last event of a day, -1 when it has none
     */
    public LocalDate lastComplete(
            KpiSeries events, CalendarProfile profile, ToIntFunction<LocalDate> lastHour, LocalDate asOf) {
        KpiHistory history = new KpiHistory(events, profile);
        for (int back = 0; back <= MOST_DAYS_BACK; back++) {
            LocalDate day = asOf.minusDays(back);
            Optional<Expectation> expected = history.expected(day, 1);
            if (!(expected.isPresent() && expected.get() instanceof CountExpectation count)
                    || isComplete(count, lastHour.applyAsInt(day))) {
                return day;
            }
        }
        return asOf;
    }

    /** @param lastHour hour of the last event seen, from 0; -1 when there is none */
    public boolean isComplete(CountExpectation day, int lastHour) {
        double total = cumulated.length == 0 ? 0 : cumulated[cumulated.length - 1];
        double come = lastHour < 0 || total == 0 ? 0 : cumulated[lastHour] / total;
        return Math.exp(-day.mean() * (1 - come) / day.dispersion()) >= CUT_OFF;
    }
}
