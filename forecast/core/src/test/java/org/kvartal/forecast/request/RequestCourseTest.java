package org.kvartal.forecast.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.request.RequestChange.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class RequestCourseTest {
    private static final Instant OPENED = Instant.parse("2024-03-04T08:00:00Z");
    private static final Instant DAY_END = after(100);
    private static final StatusWords WORDS = new StatusWords(
            Set.of("pending"), Set.of("resolved"), Set.of("auto-closed"), Set.of("cancelled", "merged"));
    private static final ClosingRules RULES = new ClosingRules(WORDS, Duration.ZERO, Set.of());

    @Test
    void givesEveryHourToOnePart() {
        RequestCourse course = course(
                2.0,
                40.0,
                "resolved",
                holder(1, "ann", "bob"),
                status(2, "open"),
                status(5, "pending"),
                status(9, "open"),
                holder(12, "bob", "eve"),
                change(15, Kind.OTHER, "a", "b"),
                status(20, "resolved"),
                status(30, "open"),
                status(32, "pending"),
                status(36, "open"),
                status(40, "resolved"));

        assertThat(course.ending()).isEqualTo(Ending.RESOLVED);
        assertThat(course.until()).isEqualTo(after(40));
        assertThat(hours(course))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Part.BEFORE_TOUCH,
                        2.0,
                        Part.WAITING,
                        4.0,
                        Part.HAND_OVER,
                        3.0,
                        Part.REOPENED,
                        20.0,
                        Part.WORK,
                        11.0));
        assertThat(course.reopenCount()).isEqualTo(1);
        assertThat(course.handOverCount()).isEqualTo(2);
        // 4 h and 4 h of waiting, and 10 h in which it stood resolved.
        assertThat(course.elapsedWithoutPauses()).isEqualTo(Duration.ofHours(40 - 4 - 4 - 10));
    }

    @Test
    void addsUpToTheElapsedTimeWhateverWasRecorded() {
        Random random = new Random(7);
        List<String> words = List.of("open", "pending", "resolved", "auto-closed", "merged", "new");
        for (int i = 0; i < 5_000; i++) {
            List<RequestChange> changes = new ArrayList<>();
            for (int k = random.nextInt(9); k > 0; k--) {
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                @Nullable String before = random.nextBoolean() ? "x" : null;
                changes.add(change(random.nextInt(120) - 5, kind, before, words.get(random.nextInt(words.size()))));
            }
            RequestRecord record = new RequestRecord(
                    OPENED,
                    random.nextBoolean() ? after(random.nextInt(120) - 5) : null,
                    random.nextBoolean() ? after(random.nextInt(125) - 5) : null,
                    words.get(random.nextInt(words.size())),
                    changes);
            RequestCourse course = RequestCourse.of(record, RULES, DAY_END);

            Duration sum = Arrays.stream(Part.values()).map(course::elapsed).reduce(Duration.ZERO, Duration::plus);
            Duration elapsed = course.isBackwards() ? Duration.ZERO : Duration.between(OPENED, course.until());
            assertThat(sum).as("%s", record).isEqualTo(elapsed);
            assertThat(course.until()).isBeforeOrEqualTo(DAY_END);
        }
    }

    @Test
    void knowsNothingOfWhatComesAfterTheDay() {
        RequestCourse course = course(101.0, 110.0, "resolved", status(50, "pending"), status(105, "open"));

        assertThat(course.ending()).isEqualTo(Ending.OPEN);
        assertThat(course.firstResponseAt()).isEmpty();
        assertThat(hours(course))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Part.BEFORE_TOUCH, 50.0, Part.WAITING, 50.0));
    }

    @Test
    void hadEndedIfItIsOpenedAgainOnlyAfterTheDay() {
        RequestCourse course =
                course(1.0, 130.0, "resolved", status(20, "resolved"), status(110, "open"), status(130, "resolved"));

        assertThat(course.ending()).isEqualTo(Ending.RESOLVED);
        assertThat(course.until()).isEqualTo(after(20));
        assertThat(course.reopenCount()).isZero();
    }

    @Test
    void goesOnWhenItWasOpenedAgainAfterTheRecordedEnd() {
        RequestCourse course = course(1.0, 20.0, "open", status(20, "resolved"), status(60, "open"));

        assertThat(course.ending()).isEqualTo(Ending.OPEN);
        assertThat(course.reopenCount()).isEqualTo(1);
        assertThat(course.elapsed(Part.REOPENED)).isEqualTo(Duration.ofHours(80));
    }

    @Test
    void takesTheFirstOfSeveralEndsInARow() {
        RequestCourse course = course(1.0, null, "auto-closed", status(20, "resolved"), status(90, "auto-closed"));

        assertThat(course.ending()).isEqualTo(Ending.RESOLVED);
        assertThat(course.until()).isEqualTo(after(20));
    }

    @Test
    void doesNotCountAsResolvedWhatARuleClosed() {
        ClosingRules rules = new ClosingRules(WORDS, Duration.ofHours(48), Set.of(after(70)));

        assertThat(signed(rules, 50, "auto-closed")).isEqualTo(AutoClose.STATUS);
        assertThat(signed(rules, 70, "resolved")).isEqualTo(AutoClose.BULK);
        assertThat(signed(rules, 58, "resolved")).isEqualTo(AutoClose.SILENCE);
        assertThat(signed(rules, 57, "resolved")).isEqualTo(AutoClose.NONE);
        assertThat(signed(rules, 70, "cancelled")).isEqualTo(AutoClose.NONE);
    }

    @Test
    void saysSoWhenTheRecordEndsBeforeItBegins() {
        RequestCourse course = course(-2.0, -1.0, "resolved");

        assertThat(course.isBackwards()).isTrue();
        assertThat(course.firstResponseAt()).isEmpty();
        assertThat(course.stretches()).isEmpty();
    }

    @Test
    void keepsAPromiseOnlyByResolving() {
        assertThat(Promise.of(Ending.RESOLVED, 3.2, 4)).isEqualTo(Promise.MET);
        assertThat(Promise.of(Ending.RESOLVED, 3.3, 4)).isEqualTo(Promise.NEAR);
        assertThat(Promise.of(Ending.RESOLVED, 4.1, 4)).isEqualTo(Promise.BREACHED);
        assertThat(Promise.of(Ending.OPEN, 4.1, 4)).isEqualTo(Promise.BREACHED);
        assertThat(Promise.of(Ending.OPEN, 4, 4)).isEqualTo(Promise.RUNNING);
        assertThat(Promise.of(Ending.AUTO_CLOSED, 4, 4)).isEqualTo(Promise.VOID);
        assertThat(Promise.of(Ending.CANCELLED, 4.1, 4)).isEqualTo(Promise.BREACHED);
    }

    private static AutoClose signed(ClosingRules rules, double end, String status) {
        return RequestCourse.of(
                        new RequestRecord(
                                OPENED, null, after(end), status, List.of(status(10, "pending"), status(end, status))),
                        rules,
                        DAY_END)
                .autoClose();
    }

    private static RequestCourse course(
            double response, @Nullable Double resolved, String status, RequestChange... changes) {
        return RequestCourse.of(
                new RequestRecord(
                        OPENED, after(response), resolved == null ? null : after(resolved), status, List.of(changes)),
                RULES,
                DAY_END);
    }

    private static Map<Part, Double> hours(RequestCourse course) {
        return Arrays.stream(Part.values())
                .filter(part -> !course.elapsed(part).isZero())
                .collect(Collectors.toMap(
                        part -> part, part -> course.elapsed(part).toMinutes() / 60.0));
    }

    private static RequestChange status(double hour, String after) {
        return change(hour, Kind.STATUS, null, after);
    }

    private static RequestChange holder(double hour, String before, String after) {
        return change(hour, Kind.HOLDER, before, after);
    }

    private static RequestChange change(double hour, Kind kind, @Nullable String before, String after) {
        return new RequestChange(after(hour), kind, before, after);
    }

    private static Instant after(double hours) {
        return OPENED.plusSeconds((long) (hours * 3_600));
    }
}
