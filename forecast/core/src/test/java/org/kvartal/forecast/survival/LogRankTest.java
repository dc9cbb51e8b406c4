package org.kvartal.forecast.survival;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.survival.LogRank.Subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LogRankTest {
    @Test
    void agreesWithThePublishedTest() throws IOException {
        LogRank test = LogRank.of(Lung.patients().stream()
                .map(patient -> new Subject(patient.observation(), patient.sex()))
                .toList());
        assertThat(test.chiSquare()).isCloseTo(10.326742, within(5e-7));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.p()).isCloseTo(0.0013, within(0.00005));
        assertThat(test.observed()).containsEntry("1", 112.0).containsEntry("2", 53.0);
        assertThat(test.expected().get("1")).isCloseTo(91.58, within(0.005));
        assertThat(test.expected().get("2")).isCloseTo(73.42, within(0.005));
    }

    /**
     * Two ends in each of two strata. In the first a ends at 1 of {a, b}, then b of {b}: E_a = 1/2. In the second b ends
     * at 1 of {a, a, b}, then a of {a, a} and a of {a}: E_a = 2/3 + 2. O_a = 3, V = 1/4 + 2/9, the rest is certain.
     */
    @Test
    void comparesOnlyAmongTheSameStratum() {
        LogRank test = LogRank.of(List.of(
                new Subject(Observation.ended(1, "left"), "a", "high"),
                new Subject(Observation.ended(2, "left"), "b", "high"),
                new Subject(Observation.ended(1, "left"), "b", "low"),
                new Subject(Observation.ended(2, "left"), "a", "low"),
                new Subject(Observation.ended(3, "left"), "a", "low")));
        double surprise = 3 - (0.5 + 2.0 / 3 + 2);
        assertThat(test.expected().get("a")).isCloseTo(3 - surprise, within(1e-12));
        assertThat(test.chiSquare()).isCloseTo(surprise * surprise / (0.25 + 2.0 / 9), within(1e-12));
    }

    /** Three alike groups: 5 % are called different, give or take three standard errors of 600 tests. */
    @Test
    void callsAlikeGroupsDifferentNoMoreOftenThanItSays() {
        Random random = new Random(5);
        long rejected = IntStream.range(0, 600)
                .filter(sample -> LogRank.of(Stream.of("a", "b", "c")
                                        .flatMap(group -> IntStream.range(0, 30)
                                                .mapToObj(i -> new Subject(subject(random), group)))
                                        .toList())
                                .p()
                        < 0.05)
                .count();
        assertThat(rejected).isBetween(14L, 46L);
    }

    private static Observation subject(Random random) {
        double end = -10 * Math.log(1 - random.nextDouble());
        double lastSeen = 25 * random.nextDouble();
        return end < lastSeen ? Observation.ended(end, "left") : Observation.censored(lastSeen);
    }

    @Test
    void needsTwoGroups() {
        assertThatThrownBy(() -> LogRank.of(List.of(new Subject(Observation.censored(1), "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid groups: [a], at least two are needed");
    }
}
