package org.kvartal.forecast.adoption;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What the watch finds in invented units, and by hand. */
class DropWatchTest {
    private static final int WORKING_DAYS_IN_14 = 10;
    private static final int UNITS = 300;
    private static final int ELEVEN_WEEKS = 55;

    private static List<Drop> drops(SimulatedUnit unit) {
        return DropWatch.standard().watch(unit.persons(), new TreeSet<>());
    }

    @Test
    void raisesAtMostOneFalseAlarmInAYearOfAUnit() {
        long alarms = LongStream.range(0, UNITS)
                .map(seed -> drops(SimulatedUnit.steady(seed)).size())
                .sum();

        assertThat((double) alarms / UNITS).isLessThan(0.6);
    }

    @Test
    void findsTheDropElevenWeeksAfterATrainingWithinFourteenDays() {
        assertThat(foundInTime(1, 0.4)).isGreaterThan(0.9);
        assertThat(foundInTime(0.7, 0.4)).isGreaterThan(0.7);
    }

    private static double foundInTime(double dropping, double left) {
        long found = LongStream.range(0, UNITS)
                .mapToObj(seed -> delay(new SimulatedUnit(seed, ELEVEN_WEEKS, dropping, left)))
                .filter(delay -> delay.isPresent() && delay.getAsInt() <= WORKING_DAYS_IN_14)
                .count();
        return (double) found / UNITS;
    }

    private static OptionalInt delay(SimulatedUnit unit) {
        return drops(unit).stream()
                .filter(drop -> drop.alarm() >= ELEVEN_WEEKS)
                .mapToInt(drop -> drop.alarm() - ELEVEN_WEEKS + 1)
                .findFirst();
    }

    /** In the middle of many units the day and what is left of the use are right. */
    @Test
    void datesAndMeasuresTheDrop() {
        List<Drop> found = LongStream.range(0, UNITS)
                .mapToObj(seed -> drops(new SimulatedUnit(seed, ELEVEN_WEEKS, 1, 0.4)))
                .flatMap(drops -> drops.stream()
                        .filter(drop -> drop.alarm() >= ELEVEN_WEEKS)
                        .limit(1))
                .toList();

        assertThat(median(found.stream().map(drop -> (double) drop.since()))).isCloseTo(ELEVEN_WEEKS, within(1.0));
        assertThat(median(found.stream().map(Drop::remaining))).isCloseTo(0.4, within(0.06));
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().collect(Collectors.toList());
        return sorted.get(sorted.size() / 2);
    }

    /**
     * Five persons active on 3 of 5 days each week: p0 = 0.6 and phi = 1. From day 40 nobody is: each day adds
     * 5 ln(0.58 / 0.4) = 1.858, and the third exceeds 5.5.
     */
    @Test
    void addsUpTheEvidenceOfTheFormula() {
        List<PersonDays> persons = IntStream.range(0, 5)
                .mapToObj(i -> days(60, day -> day < 40 && (day + i) % 5 < 3 ? Presence.ACTIVE : Presence.SEEN))
                .toList();

        Drop drop = DropWatch.standard().watch(persons, new TreeSet<>()).get(0);

        assertThat(drop.since()).isEqualTo(40);
        assertThat(drop.alarm()).isEqualTo(42);
        assertThat(drop.before().value()).isEqualTo(0.6);
        assertThat(drop.after().value()).isZero();
        assertThat(drop.change(0.95).high()).isLessThan(-0.3);
    }

    @Test
    void learnsAnewAfterATraining() {
        List<PersonDays> persons = List.of(days(70, day -> day < 40 || day % 5 == 0 ? Presence.ACTIVE : Presence.SEEN));

        assertThat(DropWatch.standard().watch(persons, new TreeSet<>())).hasSize(1);
        assertThat(DropWatch.standard().watch(persons, new TreeSet<>(List.of(40))))
                .isEmpty();
    }

    @Test
    void refusesAFactorThatIsNone() {
        assertThatThrownBy(() -> new DropWatch(1.2, 5, 20, 10))
                .hasMessage("Invalid watch: factor 1.2, limit 5.0, learning 20, lag 10");
    }

    private static PersonDays days(int length, IntFunction<Presence> day) {
        return PersonDays.of("p", IntStream.range(0, length).mapToObj(day).toArray(Presence[]::new));
    }
}
