package org.kvartal.forecast.pipeline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The model that uses everything on record: hazards by stage, age, silence, promise, owner, attributes and calendar. */
final class RecordModel {
    private static final int MOST_FOR_ERROR = 2000;
    private static final int MIN_QUICK_WINS = 30;
    private static final int MOST_QUICK_WINS = 400;

    private RecordModel() {}

    static PipelineModel fit(DealHistory history, BookingPeriod period, Quarters quarters, int maxRows) {
        DealHazards hazards = DealHazards.fit(history, period.lastDay(), quarters, maxRows);
        NewDeals newDeals = NewDeals.fit(history, quarters, maxRows);
        double[] scores = QuarterShock.scores();
        Shock shock = hazards.shock(period.lastDay());
        // The error of the level contains the shock of the quarter to come, and what is left of the present one.
        double deviation =
                Math.max(shock.standardDeviation(), hazards.levelError(sample(history.open()), period.lastDay()));
        double[] shocks = times(scores, deviation);
        List<DealEnding> endings = history.open().parallelStream()
                .map(deal -> hazards.ending(deal, period.lastDay(), shocks))
                .toList();
        double newDeviation = newDeals.shock(period.lastDay()).standardDeviation();
        return new PipelineModel(
                endings.stream().map(DealEnding::forecast).toList(),
                endings.stream().map(DealEnding::winByShock).toList(),
                newDeals.wins(period.lastDay(), times(scores, newDeviation)),
                newDeals.excessVariance(period.lastDay()),
                quickWins(history, period.daysAfter(history.asOf())),
                deviation,
                shock.quarters(),
                hazards.refusedColumns().entrySet().stream()
                        .map(refused -> "Column %s is not used: %s.".formatted(refused.getKey(), refused.getValue()))
                        .toList());
    }

    /** At most so many open deals, evenly from all of them: enough for an error of a mean. */
    private static List<Deal> sample(List<Deal> open) {
        int every = Math.max(1, open.size() / MOST_FOR_ERROR);
        return IntStream.range(0, open.size())
                .filter(place -> place % every == 0)
                .mapToObj(open::get)
                .toList();
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
