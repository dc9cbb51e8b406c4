package org.kvartal.forecast.adoption;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UseJudgeTest {
    private static UseJudge.Judgement judge(int length, IntFunction<Presence> day) {
        return UseJudge.judge(days(length, day), new TreeSet<>());
    }

    private static PersonDays days(int length, IntFunction<Presence> day) {
        return PersonDays.of("p", IntStream.range(0, length).mapToObj(day).toArray(Presence[]::new));
    }

    private static Presence usual(int day) {
        return day % 5 < 4 ? Presence.ACTIVE : Presence.SEEN;
    }

    @Test
    void tellsWhoStoppedAndSinceWhen() {
        UseJudge.Judgement judgement = judge(100, day -> day < 80 ? usual(day) : Presence.SEEN);

        assertThat(judgement.state()).isEqualTo(UseState.STOPPED);
        assertThat(judgement.since()).isEqualTo(79);
        assertThat(judgement.usual()).isGreaterThan(0.75);
    }

    @Test
    void tellsADropFromAStop() {
        UseJudge.Judgement judgement =
                judge(120, day -> day < 80 ? usual(day) : day % 5 == 0 ? Presence.ACTIVE : Presence.SEEN);

        assertThat(judgement.state()).isEqualTo(UseState.DROPPED);
        assertThat(judgement.since()).isEqualTo(79);
        assertThat(judgement.recent()).isBetween(0.15, 0.25);
    }

    /** On every day of three weeks of leave, and for two months after it. */
    @Test
    void neverTakesALeaveForAStop() {
        IntFunction<Presence> leave = day -> day >= 80 && day < 95 ? Presence.SILENT : usual(day);

        assertThat(IntStream.rangeClosed(60, 140)
                        .mapToObj(length -> judge(length, leave).state()))
                .containsOnly(UseState.USING, UseState.AWAY);
        assertThat(judge(90, leave).state()).isEqualTo(UseState.AWAY);
        assertThat(judge(96, leave).state()).isEqualTo(UseState.USING);
    }

    @Test
    void neverTakesAKnownAbsenceForASilenceHoweverLong() {
        assertThat(judge(160, day -> day < 80 ? usual(day) : Presence.OUT).state())
                .isEqualTo(UseState.AWAY);
        assertThat(judge(120, day -> day < 80 ? usual(day) : Presence.SILENT).state())
                .isEqualTo(UseState.SILENT);
    }

    @Test
    void takesBackADropThatIsOver() {
        assertThat(judge(140, day -> day < 80 || day >= 110 ? usual(day) : Presence.SEEN)
                        .state())
                .isEqualTo(UseState.USING);
    }

    @Test
    void doesNotJudgeLightUseNorTheDaysAfterATraining() {
        assertThat(judge(100, day -> day % 10 == 0 ? Presence.ACTIVE : Presence.SEEN)
                        .state())
                .isEqualTo(UseState.LIGHT);
        assertThat(UseJudge.judge(days(100, UseJudgeTest::usual), new TreeSet<>(List.of(90)))
                        .state())
                .isEqualTo(UseState.NEW);
    }

    /** A year of a person with four weeks of leave, judged at its end: one drop in fifty steady persons at most. */
    @Test
    void seldomAccusesSteadyPersons() {
        long accused = LongStream.range(0, 1000)
                .filter(seed -> {
                    Random random = new Random(seed);
                    double share = 0.3 + 0.6 * random.nextDouble();
                    int leave = random.nextInt(230);
                    return judge(
                                    250,
                                    day -> day >= leave && day < leave + 15
                                            ? Presence.SILENT
                                            : random.nextDouble() < share ? Presence.ACTIVE : Presence.SEEN)
                            .state()
                            .asksForATalk();
                })
                .count();

        assertThat(accused).isLessThan(20);
    }
}
