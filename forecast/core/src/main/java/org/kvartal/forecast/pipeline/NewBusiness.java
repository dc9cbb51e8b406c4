package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bookings of deals not yet created: a compound Poisson sum.
 * <pre>
 *   n[k]  = deals created and won inside window k;  window 0 ends at the as-of date, each is as long as the period
 *   level = sum w[k] n[k] / s[k]  /  sum w[k],      w[k] halves every half-year, k &lt; 12
 *   rate  = level * s[next]                         expected number of wins
 *   s     = (wins of the same season + 20) / (wins of an average window, as often, + 20); 1 with less than two years
 *   rate | z = rate * exp(t z - t^2 / 2),           z ~ N(0, 1) is the shared quarter shock
 * </pre>
 * t^2 = log(1 + a), where a is the variance of the counts beyond Poisson, by moments, relative to the square of their
 * mean and enlarged by the uncertainty of the level. The rate moves with the same shock as the open deals: their joint
 * movement cannot be measured in few periods, and assuming it widens the band.
 *
 * <p>Source: Klugman, Panjer and Willmot, Loss Models, 4th ed., chapter 9 (compound sums).
 *
 * @param rate expected number of deals created and won by the end of the period
 * @param spread t, standard deviation of the logarithm of the rate
 * @param windows number of past windows it rests on
 * @param amount what a new deal brings
 */
record NewBusiness(double rate, double spread, int windows, AmountDistribution amount) {
    static final int MIN_WINDOWS = 2;
    private static final int MAX_LEVEL_WINDOWS = 12;
    private static final double HALF_LIFE_DAYS = 182;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double SEASON_PRIOR_WINS = 20;
    private static final double MIN_EXCESS = 0.01;
    private static final int MIN_AMOUNTS = 30;

    /** Estimate for so many days after the as-of date, from two complete windows or more. */
    static NewBusiness estimate(DealHistory history, int days) {
        int windows = completeWindows(history, days);
        if (windows < MIN_WINDOWS) {
            throw new IllegalArgumentException("Cannot estimate new business: %d complete windows of %d days, %d needed"
                    .formatted(windows, days, MIN_WINDOWS));
        }
        double[] wins = new double[windows];
        List<Deal> quickWins = new ArrayList<>();
        history.won().forEach(deal -> {
            int window = window(deal, history.asOf(), days);
            if (window >= 0 && window < windows) {
                wins[window]++;
                quickWins.add(deal);
            }
        });
        return fromCounts(wins, days, amounts(quickWins, history));
    }

    /** Windows of so many days that lie between the creation of the first deal and the as-of date. */
    static int completeWindows(DealHistory history, int days) {
        return history.lengthDays() / days;
    }

    /** The window in which the deal was both created and won, or -1. */
    private static int window(Deal deal, LocalDate asOf, int days) {
        int createdAgo = deal.ageDays(asOf).orElse(-1);
        int wonAgo = deal.closedOn()
                .map(wonOn -> (int) ChronoUnit.DAYS.between(wonOn, asOf))
                .orElse(-1);
        boolean together = createdAgo >= wonAgo && wonAgo >= 0 && createdAgo / days == wonAgo / days;
        return together ? createdAgo / days : -1;
    }

    private static AmountDistribution amounts(List<Deal> quickWins, DealHistory history) {
        List<Double> quick = amounts(quickWins);
        return AmountDistribution.seen(
                quick.size() >= MIN_AMOUNTS ? quick : amounts(history.won().toList()));
    }

    private static List<Double> amounts(List<Deal> deals) {
        return deals.stream()
                .filter(WonAmounts::hasAmount)
                .map(WonAmounts::value)
                .toList();
    }

    private static NewBusiness fromCounts(double[] wins, int days, AmountDistribution amount) {
        double[] season = seasons(wins, (int) Math.round(DAYS_PER_YEAR / days));
        int used = Math.min(MAX_LEVEL_WINDOWS, wins.length);
        double[] weights = IntStream.range(0, used)
                .mapToDouble(k -> Math.pow(0.5, k * days / HALF_LIFE_DAYS))
                .toArray();
        double total = Arrays.stream(weights).sum();
        double level = IntStream.range(0, used)
                        .mapToDouble(k -> weights[k] * wins[k] / season[k % season.length])
                        .sum()
                / total;
        double effective =
                total * total / Arrays.stream(weights).map(w -> w * w).sum();
        double spread = level > 0 ? spread(wins, season, used, level, effective) : 0;
        return new NewBusiness(level * season[season.length - 1], spread, wins.length, amount);
    }

    /** The season of each window of a year, the last of them being that of the period to come. */
    private static double[] seasons(double[] wins, int perYear) {
        int years = perYear >= 2 && perYear <= MAX_LEVEL_WINDOWS ? wins.length / perYear : 0;
        double[] seasons = new double[Math.max(1, years < 2 ? 1 : perYear)];
        Arrays.fill(seasons, 1);
        if (years < 2) {
            return seasons;
        }
        double average = Arrays.stream(wins, 0, years * perYear).sum() / perYear;
        for (int phase = 0; phase < perYear; phase++) {
            double same = 0;
            for (int year = 0; year < years; year++) {
                same += wins[phase + year * perYear];
            }
            seasons[phase] = (same + SEASON_PRIOR_WINS) / (average + SEASON_PRIOR_WINS);
        }
        return seasons;
    }

    private static double spread(double[] wins, double[] season, int used, double level, double effective) {
        double excess = 0;
        double squares = 0;
        for (int k = 0; k < used; k++) {
            double mean = level * season[k % season.length];
            excess += (wins[k] - mean) * (wins[k] - mean) - mean;
            squares += mean * mean;
        }
        double beyondPoisson = Math.max(MIN_EXCESS, excess / squares * used / (used - 1.0));
        double relativeVariance = beyondPoisson * (1 + 1 / effective) + 1 / (effective * level);
        return Math.sqrt(Math.log1p(Math.min(1, relativeVariance)));
    }

    double mean() {
        return rate * amount.mean();
    }

    double rate(double score) {
        return rate * Math.exp(spread * score - spread * spread / 2);
    }
}
