package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How deals close by age: a discrete-time life table with two competing ends, won and lost.
 * <pre>
 *   h_w(b) = (won[b] + k * near_w(b)) / (days[b] + k)      chance per deal-day of being won in age band b
 *   near_w(b) = (won[b-2..b+2] + k * h_w) / (days[b-2..b+2] + k),  h_w = all won / all deal-days
 *   S(a)   = prod over days 1..a of (1 - h_w - h_l)        still open, a days from now
 *   F_w(a) = sum over days u = 1..a of S(u-1) * h_w(u)     won within a days (Aalen-Johansen)
 * </pre>
 * Hazards of losing alike. Ages are in days from creation, bands of whole weeks, k = 140 deal-days: a band with
 * fewer days than that leans on its neighbours. An open deal counts as days without an event. Past the oldest age at
 * which a deal was ever won the hazard is zero, so deals that nobody closes add nothing.
 *
 * <p>Source: Allison, Discrete-time methods for the analysis of event histories, Sociological Methodology 13, 1982; Aalen and Johansen,
 * Scandinavian Journal of Statistics 5, 1978. Deviation: hazards are pooled within a band and shrunk.
 */
public final class ClosingHazard implements DealModel {
    static final double PRIOR_DEAL_DAYS = 140;
    private static final int NEIGHBOURS = 2;

    private final LocalDate asOf;
    private final int bandDays;
    private final int oldestWin;
    private final int oldestLoss;
    private final double[] winHazards;
    private final double[] lossHazards;
    private final double[] winEver;
    private final double[] closeEver;
    private final double[] daysToClose;

    private ClosingHazard(LocalDate asOf, AgeTable ages, double priorDealDays) {
        this.asOf = asOf;
        this.bandDays = ages.bandDays();
        this.oldestWin = ages.oldestWin();
        this.oldestLoss = ages.oldestLoss();
        this.winHazards = ages.winHazards(priorDealDays, NEIGHBOURS);
        this.lossHazards = ages.lossHazards(priorDealDays, NEIGHBOURS);
        int oldest = Math.max(oldestWin, oldestLoss) + 1;
        this.winEver = new double[oldest + 1];
        this.closeEver = new double[oldest + 1];
        this.daysToClose = new double[oldest + 1];
        fillFromOldest(oldest);
    }

    /** Fits on all deals of the history, open ones included, in age bands of whole weeks. */
    public static ClosingHazard fit(DealHistory history, int bandWeeks) {
        return fit(history, bandWeeks, PRIOR_DEAL_DAYS);
    }

    static ClosingHazard fit(DealHistory history, int bandWeeks, double priorDealDays) {
        return new ClosingHazard(history.asOf(), AgeTable.of(history, 7 * bandWeeks), priorDealDays);
    }

    /** Chance that a deal still open at the start of the day on which it reaches this age is won on it. */
    public double winHazard(int ageDays) {
        return ageDays > oldestWin ? 0 : winHazards[ageDays / bandDays];
    }

    /** Chance that a deal still open at the start of the day on which it reaches this age is lost on it. */
    public double lossHazard(int ageDays) {
        return ageDays > oldestLoss ? 0 : lossHazards[ageDays / bandDays];
    }

    /** Probability that a deal of this age, open at the end of the day, is won within the next days. */
    public double winWithin(int ageDays, int days) {
        double open = 1;
        double won = 0;
        int last = Math.min(ageDays + days, oldestWin);
        for (int age = ageDays + 1; age <= last; age++) {
            won += open * winHazard(age);
            open *= 1 - winHazard(age) - lossHazard(age);
        }
        return won;
    }

    @Override
    public DealForecast forecast(Deal deal, LocalDate until) {
        int age = deal.ageDays(asOf).orElse(Integer.MAX_VALUE);
        if (age >= closeEver.length || closeEver[age] == 0) {
            return DealForecast.stale(deal.id());
        }
        int days = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(asOf, until)));
        return DealForecast.closing(deal.id(), winWithin(age, days), winEver[age], daysToClose[age] / closeEver[age]);
    }

    private void fillFromOldest(int oldest) {
        for (int age = oldest - 1; age >= 0; age--) {
            double win = winHazard(age + 1);
            double close = win + lossHazard(age + 1);
            winEver[age] = win + (1 - close) * winEver[age + 1];
            closeEver[age] = close + (1 - close) * closeEver[age + 1];
            daysToClose[age] = closeEver[age] + (1 - close) * daysToClose[age + 1];
        }
    }
}
