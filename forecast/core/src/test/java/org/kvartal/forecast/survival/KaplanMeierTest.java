package org.kvartal.forecast.survival;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class KaplanMeierTest {
    /** Ends at 2, 4, 4, 8 and two still going on at 3 and 9. */
    private static final List<Observation> SIX = List.of(
            Observation.ended(2, "left"),
            Observation.censored(3),
            Observation.ended(4, "left"),
            Observation.ended(4, "left"),
            Observation.ended(8, "left"),
            Observation.censored(9));

    /** 5/6, then two of four, then one of two. */
    @Test
    void countsWhatHasNotEndedForAsLongAsItWasSeen() {
        KaplanMeier curve = KaplanMeier.of(SIX);
        assertThat(curve.survival(1.9)).isEqualTo(1);
        assertThat(curve.survival(2)).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(curve.survival(7.9)).isCloseTo(5.0 / 12, within(1e-12));
        assertThat(curve.survival(100)).isCloseTo(5.0 / 24, within(1e-12));
        assertThat(curve.standardError(4)).isCloseTo(5.0 / 12 * Math.sqrt(1 / 30.0 + 2 / 8.0), within(1e-12));
        assertThat(curve.subjects()).isEqualTo(6);
        assertThat(curve.ended()).isEqualTo(4);
    }

    @Test
    void countsOneObservationOfManyAsMany() {
        KaplanMeier many = KaplanMeier.of(SIX.stream().map(one -> one.times(7)).toList());
        KaplanMeier alone = KaplanMeier.of(SIX.stream()
                .flatMap(one -> Collections.nCopies(7, one).stream())
                .toList());
        assertThat(many.subjects()).isEqualTo(42);
        assertThat(many.ended()).isEqualTo(28);
        assertThat(many.survival(5)).isCloseTo(alone.survival(5), within(1e-12));
        assertThat(many.standardError(5)).isCloseTo(alone.standardError(5), within(1e-12));
    }

    /** 2 at 1, 2 more at 5/6, 4 more at 5/12; up to 9 also 1 at 5/24. */
    @Test
    void integratesTheCurveUpToALimit() {
        KaplanMeier curve = KaplanMeier.of(SIX);
        assertThat(curve.restrictedMean(8)).isCloseTo(2 + 10.0 / 6 + 20.0 / 12, within(1e-12));
        assertThat(curve.restrictedMean(9)).isCloseTo(2 + 10.0 / 6 + 20.0 / 12 + 5.0 / 24, within(1e-12));
        double afterTwo = 10.0 / 6 + 20.0 / 12;
        double afterFour = 20.0 / 12;
        assertThat(curve.restrictedMeanStandardError(8))
                .isCloseTo(Math.sqrt(afterTwo * afterTwo / 30 + afterFour * afterFour / 4), within(1e-12));
    }

    @Test
    void saysThatAMedianIsNotReachedInsteadOfGuessing() {
        KaplanMeier curve =
                KaplanMeier.of(List.of(Observation.ended(5, "left"), Observation.censored(6), Observation.censored(7)));
        QuantileTime median = curve.quantile(0.5, 0.95, IntervalScale.LOG_LOG);
        assertThat(median.isReached()).isFalse();
        assertThat(median.isBounded()).isFalse();
        assertThat(curve.quantile(0.2, 0.95, IntervalScale.LOG_LOG).time()).isEqualTo(5);
    }

    /** The curve is exactly one half between the second and the third end: the customary median is their middle. */
    @Test
    void takesTheMiddleOfAStepAtExactlyTheShare() {
        KaplanMeier curve = KaplanMeier.of(List.of(
                Observation.ended(1, "left"),
                Observation.ended(2, "left"),
                Observation.ended(6, "left"),
                Observation.ended(9, "left")));
        assertThat(curve.quantile(0.5, 0.95, IntervalScale.LOG).time()).isEqualTo(4);
    }

    /** At 2 one of two ends; at 4 one of two again: the one watched from 3, beside the one watched all along. */
    @Test
    void countsLatecomersOnlyFromWhenTheyAreWatched() {
        KaplanMeier curve = KaplanMeier.of(List.of(
                Observation.ended(2, "left"),
                Observation.censored(10),
                Observation.ended(4, "left").watchedFrom(3),
                Observation.censored(10).watchedFrom(4)));
        assertThat(curve.survival(2)).isCloseTo(0.5, within(1e-12));
        assertThat(curve.survival(4))
                .as("who enters at 4 is not yet at risk at 4")
                .isCloseTo(0.25, within(1e-12));
    }

    /** Exponential lifetimes of mean 10, each first seen at a random age: those who end before are never seen. */
    /** The curve of those that still go on is the one of the same patients watched from then on. */
    @Test
    void beginsAgainWithThoseThatStillGoOn() throws IOException {
        KaplanMeier later = KaplanMeier.of(Lung.all()).beyond(200);
        KaplanMeier watched = KaplanMeier.of(Lung.all().stream()
                .filter(one -> one.exit() > 200)
                .map(one -> one.watchedFrom(200))
                .toList());

        assertThat(later.survival(200)).isEqualTo(1);
        assertThat(later.subjects()).isEqualTo(144);
        for (double days : new double[] {300, 500, 883}) {
            assertThat(later.survival(days)).isCloseTo(watched.survival(days), within(1e-12));
            assertThat(later.standardError(days)).isCloseTo(watched.standardError(days), within(1e-12));
        }
        assertThat(later.beyond(2_000).subjects()).isZero();
    }

    @Test
    void isNotMisledByLateEntry() {
        Random random = new Random(7);
        List<Observation> seen = IntStream.range(0, 40_000)
                .mapToObj(i -> new double[] {-10 * Math.log(1 - random.nextDouble()), 15 * random.nextDouble()})
                .filter(times -> times[1] < times[0])
                .map(times -> Observation.ended(times[0], "left").watchedFrom(times[1]))
                .toList();
        KaplanMeier curve = KaplanMeier.of(seen);
        assertThat(curve.survival(20) / curve.survival(5)).isCloseTo(Math.exp(-1.5), within(0.02));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0.8640, 0.8206, 0.9096",
        "200, 0.6803, 0.6219, 0.7441",
        "365, 0.4092, 0.3447, 0.4858",
        "500, 0.2933, 0.2320, 0.3707",
        "730, 0.1157, 0.0716, 0.1869"
    })
    void agreesWithThePublishedCurve(double days, double survival, double low, double high) throws IOException {
        KaplanMeier curve = KaplanMeier.of(Lung.all());
        IntervalScale.Band band = curve.interval(days, 0.95, IntervalScale.LOG);
        assertThat(curve.survival(days)).isCloseTo(survival, within(0.00005));
        assertThat(band.low()).isCloseTo(low, within(0.00005));
        assertThat(band.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void agreesWithThePublishedMedians() throws IOException {
        KaplanMeier all = KaplanMeier.of(Lung.all());
        assertThat(all.subjects()).isEqualTo(228);
        assertThat(all.ended()).isEqualTo(165);
        assertThat(all.quantile(0.5, 0.95, IntervalScale.LOG)).isEqualTo(new QuantileTime(310, 285, 363));
        assertThat(KaplanMeier.of(Lung.ofSex("1")).quantile(0.5, 0.95, IntervalScale.LOG))
                .isEqualTo(new QuantileTime(270, 212, 310));
        assertThat(KaplanMeier.of(Lung.ofSex("2")).quantile(0.5, 0.95, IntervalScale.LOG))
                .isEqualTo(new QuantileTime(426, 348, 550));
    }

    @Test
    void agreesWithThePublishedRestrictedMeans() throws IOException {
        KaplanMeier men = KaplanMeier.of(Lung.ofSex("1"));
        KaplanMeier women = KaplanMeier.of(Lung.ofSex("2"));
        assertThat(men.restrictedMean(365)).isCloseTo(241.5, within(0.05));
        assertThat(men.restrictedMeanStandardError(365)).isCloseTo(10.36, within(0.005));
        assertThat(women.restrictedMean(365)).isCloseTo(297.5, within(0.05));
        assertThat(women.restrictedMeanStandardError(365)).isCloseTo(10.79, within(0.005));
    }

    /** 95 % intervals of S at the true median, 400 samples of 40 with a third censored. */
    @Test
    void coversTheTruthAsOftenAsItSays() {
        Random random = new Random(11);
        long covered = IntStream.range(0, 400)
                .filter(sample -> {
                    List<Observation> seen = IntStream.range(0, 40)
                            .mapToObj(i -> observation(
                                    -10 * Math.log(1 - random.nextDouble()), -20 * Math.log(1 - random.nextDouble())))
                            .toList();
                    IntervalScale.Band band =
                            KaplanMeier.of(seen).interval(10 * Math.log(2), 0.95, IntervalScale.LOG_LOG);
                    return band.low() <= 0.5 && 0.5 <= band.high();
                })
                .count();
        assertThat(covered).isBetween(366L, 392L);
    }

    /**
     * Requests of twelve months of 30 days take 20 days in the median, in each month alike, and are looked at on the last day. Of
     * those resolved by then the young months show the fast ones only, as if something had made the work faster.
     */
    @Test
    void aMedianOfWhatIsResolvedFlattersTheLastMonths() {
        Random random = new Random(41);
        double[] resolvedOnly = new double[12];
        double[] ours = new double[12];
        for (int month = 0; month < 12; month++) {
            List<Observation> opened = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                double day = 30 * (month + random.nextDouble());
                opened.add(observation(20 * Math.exp(random.nextGaussian()), 360 - day));
            }
            ours[month] = KaplanMeier.of(opened)
                    .quantile(0.5, 0.95, IntervalScale.LOG_LOG)
                    .time();
            double[] resolved = opened.stream()
                    .filter(one -> !one.isCensored())
                    .mapToDouble(Observation::exit)
                    .sorted()
                    .toArray();
            resolvedOnly[month] = resolved[resolved.length / 2];
        }
        assertThat(resolvedOnly[0]).isCloseTo(20, within(1.5));
        assertThat(resolvedOnly[10]).isLessThan(15);
        assertThat(resolvedOnly[11]).isLessThan(10);
        for (int month = 0; month < 11; month++) {
            assertThat(ours[month]).as("month %d", month).isCloseTo(20, within(2.0));
        }
        assertThat(ours[11]).matches(median -> Double.isNaN(median) || Math.abs(median - 20) < 4);
    }

    private static Observation observation(double end, double lastSeen) {
        return end <= lastSeen ? Observation.ended(end, "left") : Observation.censored(lastSeen);
    }

    @Test
    void refusesWhatCannotBeObserved() {
        assertThatThrownBy(() -> Observation.ended(-1, "left"))
                .hasMessage("Invalid exit: -1.0 must be at least 0 and finite");
        assertThatThrownBy(() -> Observation.censored(3).watchedFrom(3))
                .hasMessage("Invalid entry: 3.0 must be before the exit at 3.0");
        assertThatThrownBy(() -> Observation.ended(1, "")).hasMessage("Invalid end: must not be empty");
    }
}
