package org.kvartal.forecast.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkClockTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final OpeningHours OFFICE = hours("09:00", "17:00");
    private static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 12, 25), LocalDate.of(2024, 12, 26));

    private static OpeningHours hours(String from, String until) {
        return new OpeningHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }

    private static WorkCalendar office() {
        return WorkCalendar.of(BERLIN, Schedule.daily(FIRST, WEEKDAYS, OFFICE), HOLIDAYS);
    }

    private static WorkClock clock(WorkCalendar calendar) {
        return WorkClock.of(calendar, FIRST, LAST);
    }

    /** Friday evening to Monday morning; over Easter Monday; over Christmas; within a night; backwards. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-01T16:50:00, 2024-03-04T09:10:00, 20",
        "2024-03-28T16:00:00, 2024-04-02T10:00:00, 600",
        "2024-12-24T16:30:00, 2024-12-27T09:30:00, 60",
        "2024-03-05T20:00:00, 2024-03-05T23:00:00, 0",
        "2024-03-05T12:00:00, 2024-03-05T11:00:00, 0",
        "2024-03-05T08:00:00, 2024-03-05T18:00:00, 480"
    })
    void countsOnlyWorkingTime(String from, String until, long minutes) {
        assertThat(clock(office()).elapsed(berlin(from), berlin(until))).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** Clocks change in the night to Sunday, 31 March and 27 October 2024. */
    @Test
    void nightsOnWhichTheClocksChangeAreAnHourShorterOrLonger() {
        WorkClock always = clock(WorkCalendar.aroundTheClock(BERLIN));
        assertThat(always.elapsed(berlin("2024-03-31T00:00:00"), berlin("2024-04-01T00:00:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(always.elapsed(berlin("2024-10-27T00:00:00"), berlin("2024-10-28T00:00:00")))
                .isEqualTo(Duration.ofHours(25));
        WorkClock skipped = clock(WorkCalendar.of(
                BERLIN, Schedule.daily(FIRST, Set.of(DayOfWeek.SUNDAY), hours("01:30", "02:30")), Set.of()));
        assertThat(skipped.elapsed(berlin("2024-03-31T00:00:00"), berlin("2024-04-01T00:00:00")))
                .as("from 1:30 until the clocks skip at 2:00")
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void schedulesHoldFromTheirDayOn() {
        WorkCalendar calendar = new WorkCalendar(
                BERLIN,
                List.of(
                        Schedule.daily(LocalDate.of(2024, 7, 1), WEEKDAYS, hours("08:00", "12:00")),
                        Schedule.daily(FIRST, WEEKDAYS, OFFICE)),
                Set.of());
        assertThat(clock(calendar).elapsed(berlin("2024-06-28T00:00:00"), berlin("2024-07-02T00:00:00")))
                .isEqualTo(Duration.ofHours(8 + 4));
        assertThat(clock(calendar).due(berlin("2024-06-28T16:00:00"), 2 * 3600))
                .isEqualTo(berlin("2024-07-01T09:00:00"));
    }

    @Test
    void theClockStandsStillInPauses() {
        WorkClock clock = clock(office());
        Instant opened = berlin("2024-03-04T10:00:00");
        List<Span> pauses = List.of(
                new Span(berlin("2024-03-04T15:00:00"), berlin("2024-03-05T10:00:00")),
                new Span(berlin("2024-03-04T11:00:00"), berlin("2024-03-04T12:00:00")),
                new Span(berlin("2024-03-04T11:30:00"), berlin("2024-03-04T13:00:00")),
                new Span(berlin("2024-03-05T16:00:00"), Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(clock.elapsedSeconds(opened, berlin("2024-03-06T12:00:00"), pauses))
                .as("1 h, 2 h, and 6 h of the next day")
                .isEqualTo(9 * 3600);
        assertThat(clock.due(opened, 4 * 3600, pauses)).isEqualTo(berlin("2024-03-05T11:00:00"));
        assertThat(clock.due(opened, 3600, pauses)).isEqualTo(berlin("2024-03-04T11:00:00"));
    }

    static Stream<WorkCalendar> calendars() {
        Map<DayOfWeek, List<OpeningHours>> shifts = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            shifts.put(day, List.of(hours("22:00", "00:00"), hours("00:00", "06:00"), hours("12:30", "13:00")));
        }
        return Stream.of(
                office(),
                new WorkCalendar(
                        ZoneId.of("America/New_York"),
                        List.of(
                                Schedule.daily(FIRST, WEEKDAYS, OFFICE),
                                new Schedule(LocalDate.of(2024, 10, 20), shifts)),
                        HOLIDAYS),
                WorkCalendar.of(ZoneId.of("Asia/Tehran"), new Schedule(FIRST, shifts), HOLIDAYS),
                WorkCalendar.of(ZoneId.of("Australia/Lord_Howe"), new Schedule(FIRST, shifts), Set.of()),
                WorkCalendar.aroundTheClock(BERLIN));
    }

    /** Minute by minute over weeks in which the clocks change: whether the wall shows working time. */
    @ParameterizedTest
    @MethodSource("calendars")
    void agreesWithCountingMinutes(WorkCalendar calendar) {
        WorkClock clock = clock(calendar);
        Random random = new Random(6);
        for (String week :
                List.of("2024-03-08", "2024-03-29", "2024-04-05", "2024-10-04", "2024-10-25", "2024-11-01")) {
            Instant from = LocalDate.parse(week)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plus(Duration.ofMinutes(random.nextInt(1440)));
            long minutes = 0;
            for (int i = 0; i < 5 * 1440; i++) {
                Instant now = from.plus(Duration.ofMinutes(i));
                assertThat(clock.elapsedSeconds(from, now))
                        .as("%s to %s", from, now)
                        .isEqualTo(60 * minutes);
                ZonedDateTime wall = now.atZone(calendar.zone());
                minutes += calendar.on(wall.toLocalDate()).stream()
                                .anyMatch(open -> !wall.toLocalTime().isBefore(open.from())
                                        && (open.endsAtMidnight()
                                                || wall.toLocalTime().isBefore(open.until())))
                        ? 1
                        : 0;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void whatIsDueHasElapsedThenAndNotBefore(WorkCalendar calendar) {
        WorkClock clock = clock(calendar);
        Random random = new Random(12);
        long begin = Instant.parse("2024-01-02T00:00:00Z").getEpochSecond();
        for (int round = 0; round < 5000; round++) {
            Instant from = Instant.ofEpochSecond(begin + random.nextInt(600 * 86400));
            long seconds = 1 + random.nextInt(100 * 3600);
            List<Span> pauses = pauses(from, random);
            Instant due = clock.due(from, seconds, pauses);
            assertThat(clock.elapsedSeconds(from, due, pauses)).isEqualTo(seconds);
            assertThat(clock.elapsedSeconds(from, due.minusSeconds(1), pauses)).isEqualTo(seconds - 1);
            Instant between = from.plusSeconds(random.nextInt(20 * 86400));
            Instant later = between.plusSeconds(random.nextInt(20 * 86400));
            assertThat(clock.elapsedSeconds(from, between) + clock.elapsedSeconds(between, later))
                    .as("parts add up")
                    .isEqualTo(clock.elapsedSeconds(from, later));
        }
    }

    private static List<Span> pauses(Instant from, Random random) {
        return random.ints(random.nextInt(3), -86400, 5 * 86400)
                .mapToObj(
                        start -> new Span(from.plusSeconds(start), from.plusSeconds(start + random.nextInt(2 * 86400))))
                .toList();
    }

    @Test
    void refusesWhatItCannotKnow() {
        WorkClock clock = WorkClock.of(office(), FIRST, LocalDate.of(2024, 1, 31));
        Instant later = Instant.parse("2024-03-01T12:00:00Z");
        assertThatThrownBy(() -> clock.elapsedSeconds(later, later))
                .hasMessage(
                        "Invalid time: 2024-03-01T12:00:00Z is not within the days of the clock, 2024-01-01 to 2024-01-31");
        assertThatThrownBy(() -> clock.due(Instant.parse("2024-01-30T12:00:00Z"), 360_000))
                .hasMessage(
                        "Cannot tell when 360000 s of work after 2024-01-30T12:00:00Z are over: it is after 2024-01-31");
        assertThatThrownBy(() -> clock.due(Instant.parse("2024-01-30T12:00:00Z"), -1))
                .hasMessage("Invalid working time: -1 s must be at least 0");
        assertThatThrownBy(() -> hours("17:00", "09:00"))
                .hasMessage("Invalid opening hours: 17:00 to 09:00, the end must be later");
        assertThatThrownBy(() -> new Schedule(FIRST, Map.of()))
                .hasMessage("Invalid schedule from 2024-01-01: it has no working time");
        assertThatThrownBy(() ->
                        new Schedule(FIRST, Map.of(DayOfWeek.MONDAY, List.of(OFFICE, hours("16:00", "18:00")))))
                .hasMessage("Invalid schedule: hours of MONDAY overlap at 16:00");
    }
}
