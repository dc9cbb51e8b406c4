package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.kvartal.forecast.pipeline.hazard.DealEnding;
import org.kvartal.forecast.pipeline.hazard.DealHazards;
import org.kvartal.forecast.pipeline.hazard.NewDeals;

/** The model that uses everything on record: hazards by stage, age, silence, promise, owner, attributes and calendar. */
final class RecordModel {
    /** Share of the error of the level that is added: in full, 86 instead of 80 of 100 outcomes lie from P10 to P90. */
    private static final double ERROR_SHARE = 0.25;

    private static final int MIN_QUICK_WINS = 30;
    private static final int MOST_QUICK_WINS = 400;

    private RecordModel() {}

    static PipelineModel fit(DealHistory history, BookingPeriod period, Quarters quarters, int maxRows) {
        DealHazards hazards = DealHazards.fit(history, period.lastDay(), quarters, maxRows);
        NewDeals newDeals = NewDeals.fit(history, quarters, maxRows);
        double[] scores = QuarterShock.scores();
        double deviation = deviation(
                hazards.shock(period.lastDay()).standardDeviation(),
                hazards.levelError(living(history, hazards), period.lastDay()));
        double[] shocks = times(scores, deviation);
        List<DealForecast> forecasts = new ArrayList<>();
        List<double[]> wins = new ArrayList<>();
        for (Deal deal : history.open()) {
            DealEnding ending = hazards.ending(deal, period.lastDay(), shocks);
            forecasts.add(ending.forecast());
            wins.add(ending.winByShock());
        }
        double newDeviation = newDeals.shock(period.lastDay()).standardDeviation();
        return new PipelineModel(
                forecasts,
                wins,
                newDeals.wins(period.lastDay(), times(scores, newDeviation)),
                newDeals.excessVariance(period.lastDay()),
                quickWins(history, period.daysAfter(history.asOf())),
                deviation,
                hazards.shock(period.lastDay()).quarters(),
                hazards.refusedColumns().entrySet().stream()
                        .map(refused -> "Column %s is not used: %s.".formatted(refused.getKey(), refused.getValue()))
                        .toList());
    }

    /** The shock of the quarter and what is not known of the level, of whose error the shock is a part. */
    private static double deviation(double shock, double error) {
        return Math.sqrt(shock * shock + ERROR_SHARE * Math.max(0, error * error - shock * shock));
    }

    /** Open deals that may still be won. */
    private static List<Deal> living(DealHistory history, DealHazards hazards) {
        return history.open().stream().filter(hazards::isAlive).toList();
    }

    private static double[] times(double[] scores, double deviation) {
        return Arrays.stream(scores).map(score -> score * deviation).toArray();
    }

    /** Amounts of the newest deals won so young; of all won deals when these are few. */
    private static AmountDistribution quickWins(DealHistory history, int days) {
        List<Double> quick = history.won()
                .filter(WonAmounts::hasAmount)
                .filter(deal -> deal.closedOn().isPresent())
                .filter(deal -> {
                    int age = deal.ageDays(deal.closedOn().orElseThrow()).orElse(Integer.MAX_VALUE);
                    return age < days;
                })
                .sorted(Comparator.comparing((Deal deal) -> deal.closedOn().orElseThrow())
                        .reversed()
                        .thenComparing(Deal::id))
                .limit(MOST_QUICK_WINS)
                .map(WonAmounts::value)
                .toList();
        return AmountDistribution.seen(
                quick.size() >= MIN_QUICK_WINS
                        ? quick
                        : history.won()
                                .filter(WonAmounts::hasAmount)
                                .map(WonAmounts::value)
                                .toList());
    }
}
