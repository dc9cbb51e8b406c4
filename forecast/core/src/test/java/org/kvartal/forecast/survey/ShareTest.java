package org.kvartal.forecast.survey;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ShareTest {
    /** Newcombe (1998), Statistics in Medicine 17, 857-872, table I; digits beyond its four by scipy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2552885, 0.3662096, 0.2527367, 0.3676219",
        "15, 148, 0.0623864, 0.1604872, 0.0578440, 0.1616505",
        "0, 20, 0, 0.1611252, 0, 0.1684335",
        "1, 29, 0.0061132, 0.1717552, 0.0008726, 0.1776443"
    })
    void agreesWithThePublishedIntervals(
            int successes, int answers, double low, double high, double exactLow, double exactHigh) {
        Share share = new Share(successes, answers);
        assertThat(share.wilson(0.95).low()).isCloseTo(low, within(5e-8));
        assertThat(share.wilson(0.95).high()).isCloseTo(high, within(5e-8));
        assertThat(share.clopperPearson(0.95).low()).isCloseTo(exactLow, within(1e-7));
        assertThat(share.clopperPearson(0.95).high()).isCloseTo(exactHigh, within(1e-7));
    }

    /** Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.2000, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.6000, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.5714, 0.0582, 0.8062",
        "5, 56, 0, 29, 0.0893, -0.0381, 0.1926",
        "0, 10, 0, 20, 0.0000, -0.1611, 0.2775",
        "10, 10, 0, 10, 1.0000, 0.6075, 1.0000"
    })
    void agreesWithThePublishedDifferences(int x, int n, int y, int m, double difference, double low, double high) {
        Estimate found = new Share(x, n).less(new Share(y, m), 0.95);
        assertThat(found.value()).isCloseTo(difference, within(0.00005));
        assertThat(found.low()).isCloseTo(low, within(0.00005));
        assertThat(found.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void allSuccessesMirrorNone() {
        assertThat(new Share(20, 20).wilson(0.95).high()).isEqualTo(1);
        assertThat(new Share(20, 20).wilson(0.95).low()).isCloseTo(1 - 0.1611252, within(5e-8));
        assertThat(new Share(20, 20).clopperPearson(0.95).low()).isCloseTo(1 - 0.1684335, within(5e-8));
    }

    /** Exact coverage of both at a share of 0.1 and 40 answers, summed over the binomial distribution by simulation. */
    @Test
    void coversAsOftenAsItSays() {
        Random random = new Random(4);
        int rounds = 4000;
        int wilson = 0;
        int exact = 0;
        for (int round = 0; round < rounds; round++) {
            long x = IntStream.range(0, 40)
                    .filter(i -> random.nextDouble() < 0.1)
                    .count();
            wilson += holds(new Share(x, 40).wilson(0.95), 0.1) ? 1 : 0;
            exact += holds(new Share(x, 40).clopperPearson(0.95), 0.1) ? 1 : 0;
        }
        assertThat(wilson).isBetween((int) (0.92 * rounds), (int) (0.98 * rounds));
        assertThat(exact).isGreaterThanOrEqualTo((int) (0.945 * rounds));
    }

    private static boolean holds(Estimate interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    @Test
    void answersThatHangTogetherAreWorthFewer() {
        assertThat(new Share(162, 526).worth(2).wilson(0.95)).isEqualTo(new Share(81, 263).wilson(0.95));
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> new Share(3, 2)).hasMessage("Invalid share: 3.0 of 2.0");
        assertThatThrownBy(() -> new Share(0, 0)).hasMessage("Invalid share: 0.0 of 0.0");
    }
}
