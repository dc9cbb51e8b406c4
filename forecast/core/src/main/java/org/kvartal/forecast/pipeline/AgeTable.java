package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Deal-days, wins and losses by age: the counts behind the hazards. Open deals count as days without an event. */
final class AgeTable {
    private final int bandDays;
    private final double[] dealDays;
    private final double[] wins;
    private final double[] losses;
    private int oldestWin = -1;
    private int oldestLoss = -1;

    private AgeTable(int bandDays, int bands) {
        this.bandDays = bandDays;
        this.dealDays = new double[bands];
        this.wins = new double[bands];
        this.losses = new double[bands];
    }

    static AgeTable of(DealHistory history, int bandDays) {
        List<Deal> deals = history.deals();
        int oldest = deals.stream()
                .mapToInt(deal -> lastAge(deal, history.asOf()))
                .max()
                .orElse(0);
        AgeTable table = new AgeTable(bandDays, Math.max(0, oldest) / bandDays + 1);
        deals.forEach(deal -> table.add(deal.outcome(), lastAge(deal, history.asOf())));
        return table;
    }

    /** Age at which the deal was last under observation, or -1 when it has no clock. */
    private static int lastAge(Deal deal, LocalDate asOf) {
        return deal.ageDays(deal.closedOn().orElse(asOf)).orElse(-1);
    }

    private void add(Outcome outcome, int lastAge) {
        if (lastAge < 0) {
            return;
        }
        int lastBand = lastAge / bandDays;
        for (int band = 0; band < lastBand; band++) {
            dealDays[band] += bandDays;
        }
        dealDays[lastBand] += lastAge % bandDays + 1;
        if (outcome == Outcome.WON) {
            wins[lastBand]++;
            oldestWin = Math.max(oldestWin, lastAge);
        } else if (outcome == Outcome.LOST) {
            losses[lastBand]++;
            oldestLoss = Math.max(oldestLoss, lastAge);
        }
    }

    /** Greatest age in days at which a deal was won, or -1. */
    int oldestWin() {
        return oldestWin;
    }

    /** Greatest age in days at which a deal was lost, or -1. */
    int oldestLoss() {
        return oldestLoss;
    }

    int bandDays() {
        return bandDays;
    }

    double[] winHazards(double priorDealDays, int neighbours) {
        return shrunk(wins, priorDealDays, neighbours);
    }

    double[] lossHazards(double priorDealDays, int neighbours) {
        return shrunk(losses, priorDealDays, neighbours);
    }

    private double[] shrunk(double[] events, double priorDealDays, int neighbours) {
        double overall =
                ratio(Arrays.stream(events).sum(), Arrays.stream(dealDays).sum());
        double[] hazards = new double[events.length];
        for (int band = 0; band < hazards.length; band++) {
            int from = Math.max(0, band - neighbours);
            int to = Math.min(hazards.length, band + neighbours + 1);
            double nearEvents = Arrays.stream(events, from, to).sum();
            double nearDays = Arrays.stream(dealDays, from, to).sum();
            double near = ratio(nearEvents + priorDealDays * overall, nearDays + priorDealDays);
            hazards[band] = ratio(events[band] + priorDealDays * near, dealDays[band] + priorDealDays);
        }
        return hazards;
    }

    private static double ratio(double events, double days) {
        return days > 0 ? events / days : 0;
    }
}
