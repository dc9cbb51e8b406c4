package org.kvartal.forecast.survival;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AalenJohansenTest {
    /** Five stays: won at 1, lost at 2, open at 3, won at 4, open at 5. */
    private static final List<Observation> FIVE = List.of(
            Observation.ended(1, "won"),
            Observation.ended(2, "lost"),
            Observation.censored(3),
            Observation.ended(4, "won"),
            Observation.censored(5));

    /** Won: 1/5 at 1, then S(4-) = 4/5 * 3/4 = 3/5 of which one of two is won: 3/10 more. Lost: 4/5 * 1/4 at 2. */
    @Test
    void sharesOutWhatEndedAmongTheWaysOfEnding() {
        AalenJohansen won = AalenJohansen.of(FIVE, "won");
        AalenJohansen lost = AalenJohansen.of(FIVE, "lost");
        assertThat(won.incidence(0.5)).isZero();
        assertThat(won.incidence(3)).isCloseTo(0.2, within(1e-12));
        assertThat(won.incidence(9)).isCloseTo(0.5, within(1e-12));
        assertThat(lost.incidence(9)).isCloseTo(0.2, within(1e-12));
        assertThat(won.incidence(9) + lost.incidence(9))
                .isCloseTo(1 - KaplanMeier.of(FIVE).survival(9), within(1e-12));
        assertThat(won.subjects()).isEqualTo(5);
        assertThat(won.ended()).isEqualTo(2);
        assertThat(lost.ended()).isEqualTo(1);
    }

    @Test
    void isReachedOnlyIfEnoughEndInThisWay() {
        QuantileTime won = AalenJohansen.of(FIVE, "won").quantile(0.5, 0.95);
        assertThat(won.time()).isEqualTo(4);
        assertThat(won.low()).isLessThanOrEqualTo(4);
        assertThat(won.isBounded()).as("five stays do not bound it").isFalse();
        assertThat(AalenJohansen.of(FIVE, "lost").quantile(0.5, 0.95).isReached())
                .isFalse();
    }

    /** 0.2 of the 0.5 that are ever won are won at 1: 40 %. */
    @Test
    void saysHowLongIsLongForWhatEndsThisWay() {
        AalenJohansen won = AalenJohansen.of(FIVE, "won");
        assertThat(won.quantileOfEnded(0.40)).isEqualTo(1);
        assertThat(won.quantileOfEnded(0.41)).isEqualTo(4);
        assertThat(AalenJohansen.of(FIVE, "back").quantileOfEnded(0.9)).isEqualTo(QuantileTime.NOT_REACHED);
    }

    @Test
    void isOneMinusSurvivalWithGreenwoodsErrorWhenThereIsOneWayOnly() throws IOException {
        List<Observation> patients = Lung.all();
        AalenJohansen died = AalenJohansen.of(patients, "died");
        KaplanMeier curve = KaplanMeier.of(patients);
        for (double days : new double[] {50, 200, 365, 700}) {
            assertThat(died.incidence(days)).isCloseTo(1 - curve.survival(days), within(1e-12));
            assertThat(died.standardError(days)).isCloseTo(curve.standardError(days), within(1e-12));
        }
    }

    /** Half as many losses as wins a day: of all, 2/3 are won; with losses censored it would seem to be everything. */
    @Test
    void doesNotMistakeCompetingEndsForCensoring() {
        Random random = new Random(3);
        List<Observation> seen = IntStream.range(0, 20_000)
                .mapToObj(i -> {
                    double won = -30 * Math.log(1 - random.nextDouble());
                    double lost = -60 * Math.log(1 - random.nextDouble());
                    double asOf = 120 * random.nextDouble();
                    return Math.min(won, lost) > asOf
                            ? Observation.censored(asOf)
                            : won < lost ? Observation.ended(won, "won") : Observation.ended(lost, "lost");
                })
                .toList();
        assertThat(AalenJohansen.of(seen, "won").incidence(110)).isCloseTo(2.0 / 3, within(0.015));
    }

    /** The error of 0.2 of five is that of a share before anything is censored. */
    @Test
    void hasTheErrorOfAShareWhileNothingIsCensored() {
        assertThat(AalenJohansen.of(FIVE, "won").standardError(2)).isCloseTo(Math.sqrt(0.2 * 0.8 / 5), within(1e-12));
        IntervalScale.Band band = AalenJohansen.of(FIVE, "won").interval(2, 0.95);
        assertThat(band.low()).isBetween(0.0, 0.2);
        assertThat(band.high()).isBetween(0.2, 1.0);
    }
}
