package org.kvartal.forecast.pipeline.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.kvartal.forecast.pipeline.BookingPeriod;
import org.kvartal.forecast.pipeline.BookingsDistribution;
import org.kvartal.forecast.pipeline.DealForecast;
import org.kvartal.forecast.pipeline.DealHistory;
import org.kvartal.forecast.pipeline.Outlook;
import org.kvartal.forecast.pipeline.OutlookResult.Estimated;

/**
 * The outlook of one forecast point beside the truth.
 * <pre>
 *   loss  = mean over q = 0.05, 0.10 .. 0.95 of the pinball loss
 *   brier = mean over open deals of p (1 - p) + (forecast - p)^2,  p: the true probability; the truth's own: p (1 - p)
 * </pre>
 *
 * @param world name of the shape of the world
 * @param openDeals deals that were open
 * @param mean forecast mean of the bookings
 * @param trueMean mean of the true distribution
 * @param isCovered whether what came lies from P10 to P90
 * @param cover share of the true distribution from P10 to P90
 * @param cameLosses losses of what came
 * @param expectedLosses losses on average over the true distribution
 */
public record PointScore(
        String world,
        LocalDate asOf,
        LocalDate until,
        int openDeals,
        double mean,
        double trueMean,
        boolean isCovered,
        double cover,
        Losses cameLosses,
        Losses expectedLosses,
        double brier,
        double trueBrier) {
    private static final int LEVELS = 19;

    /** Losses of the outlook, of the true distribution and of the stage-weighted sum, in the currency. */
    public record Losses(double outlook, double truth, double stageWeighted) {
        Losses plus(Losses other) {
            return new Losses(outlook + other.outlook, truth + other.truth, stageWeighted + other.stageWeighted);
        }

        public double ratioToTruth() {
            return outlook / truth;
        }

        /** What is better than the stage-weighted sum, a fraction of its loss. */
        public double improvement() {
            return 1 - outlook / stageWeighted;
        }
    }

    /** Points of the worlds on which the model was developed. */
    public static Stream<PointScore> ofDevelopment(long firstSeed, int seeds, int draws, Outlook outlook) {
        return LongStream.range(firstSeed, firstSeed + seeds)
                .boxed()
                .flatMap(seed -> Worlds.development(seed).stream())
                .flatMap(world -> of(world, draws, outlook));
    }

    /** Points of other worlds. */
    public static Stream<PointScore> ofTest(long firstSeed, int seeds, int draws, Outlook outlook) {
        return LongStream.range(firstSeed, firstSeed + seeds)
                .boxed()
                .flatMap(seed -> Worlds.test(seed).stream())
                .flatMap(world -> of(world, draws, outlook));
    }

    private static Stream<PointScore> of(World world, int draws, Outlook outlook) {
        return ForecastPointExport.points(world, draws, 1).stream().map(point -> of(point, outlook));
    }

    static PointScore of(ForecastPoint point, Outlook outlook) {
        DealHistory known =
                DealHistory.knownAt(point.asOf(), CrmDeals.of(point.world().extract(point.asOf())));
        BookingPeriod period = new BookingPeriod(point.asOf().plusDays(1), point.until());
        Estimated estimated = (Estimated) outlook.outlook(known, period);
        BookingsDistribution bookings = estimated.remaining();
        double p10 = bookings.quantile(0.1);
        double p90 = bookings.quantile(0.9);
        double[] sums = point.truth().sums();
        return new PointScore(
                point.world().shape().name(),
                point.asOf(),
                point.until(),
                point.open().size(),
                bookings.mean(),
                point.truth().mean(),
                point.actual() >= p10 && point.actual() <= p90,
                (double) Arrays.stream(sums)
                                .filter(sum -> sum >= p10 && sum <= p90)
                                .count()
                        / sums.length,
                losses(point, bookings, new double[] {point.actual()}),
                losses(point, bookings, sums),
                brier(point, estimated.deals()),
                brier(point, List.of()));
    }

    private static Losses losses(ForecastPoint point, BookingsDistribution bookings, double[] outcomes) {
        return new Losses(
                loss(bookings::quantile, outcomes),
                loss(point.truth()::quantile, outcomes),
                loss(level -> point.stageWeighted(), outcomes));
    }

    private static double loss(DoubleUnaryOperator quantile, double[] outcomes) {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToDouble(level -> level / (LEVELS + 1.0))
                .map(level -> loss(level, quantile.applyAsDouble(level), outcomes))
                .average()
                .orElseThrow();
    }

    private static double loss(double level, double quantile, double[] outcomes) {
        return Arrays.stream(outcomes)
                .map(outcome -> (outcome < quantile ? level - 1 : level) * (outcome - quantile))
                .average()
                .orElseThrow();
    }

    /** Brier score of forecasts; a deal without one counts with its true probability. */
    private static double brier(ForecastPoint point, List<DealForecast> forecasts) {
        Map<String, Double> chances = new HashMap<>();
        forecasts.forEach(forecast -> chances.put(forecast.dealId(), forecast.winInPeriod()));
        return IntStream.range(0, point.open().size())
                .mapToDouble(i -> {
                    double p = point.truth().winInPeriod(i);
                    double off = chances.getOrDefault(point.open().get(i).id(), p) - p;
                    return p * (1 - p) + off * off;
                })
                .average()
                .orElseThrow();
    }

    /** Losses of what came, added up. */
    public static Losses cameLosses(List<PointScore> scores) {
        return scores.stream().map(PointScore::cameLosses).reduce(new Losses(0, 0, 0), Losses::plus);
    }

    /** Expected losses, added up. */
    public static Losses expectedLosses(List<PointScore> scores) {
        return scores.stream().map(PointScore::expectedLosses).reduce(new Losses(0, 0, 0), Losses::plus);
    }

    /** Brier score of the forecasts by that of the truth, over all deals. */
    public static double brierRatio(List<PointScore> scores) {
        double forecast = 0;
        double truth = 0;
        for (PointScore score : scores) {
            forecast += score.openDeals() * score.brier();
            truth += score.openDeals() * score.trueBrier();
        }
        return forecast / truth;
    }
}
