package org.kvartal.jobs.demo;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kvartal.jobs.demo.PlantedTruth.Trained;

/**
 * Logarithms of the working hours of requests, compared with what their agent, kind, priority and month would let one
 * expect, all of which are learnt from requests of agents not yet trained.
 */
record ResidualHours(List<Handled> requests) {
    private static final int ROUNDS = 20;

    record Handled(int agent, String kind, LocalDate day, double logHours) {
        LocalDate month() {
            return day.withDayOfMonth(1);
        }
    }

    static ResidualHours read(DemoDatabase database) throws SQLException {
        return new ResidualHours(database
                .query("select ASSIGNEE_ID, CATEGORY_KEY, PRIORITY, OPENED_AT, RESOLVED_AT from SERVICE_REQUEST"
                        + " where RESOLVED_AT > OPENED_AT and RESOLVED_AT < timestamp '2030-01-01 00:00:00'")
                .stream()
                .map(row -> new Handled(
                        (Integer) row.get(0),
                        row.get(1) + " " + row.get(2),
                        utc(row.get(3)).atOffset(ZoneOffset.UTC).toLocalDate(),
                        Math.log(hours(utc(row.get(3)), utc(row.get(4))))))
                .toList());
    }

    /** Mean residual of the requests that arrived so many days after their agent's training. */
    double afterTraining(List<Trained> trained, int fromDay, int toDay) {
        Map<Integer, LocalDate> since = trained.stream().collect(Collectors.toMap(Trained::employeeId, Trained::day));
        Predicate<Handled> untreated =
                request -> !since.containsKey(request.agent()) || request.day().isBefore(since.get(request.agent()));
        List<Map<Object, Double>> means =
                fit(requests.stream().filter(untreated).toList());
        return requests.stream()
                .filter(untreated.negate())
                .filter(request -> {
                    long days = ChronoUnit.DAYS.between(since.get(request.agent()), request.day());
                    return days >= fromDay && days <= toDay;
                })
                .mapToDouble(request -> residual(request, means))
                .average()
                .orElseThrow();
    }

    private static final List<Function<Handled, Object>> FACTORS =
            List.of(Handled::agent, Handled::kind, Handled::month);

    /** Additive means of the three factors, by turns. */
    private static List<Map<Object, Double>> fit(List<Handled> rows) {
        List<Map<Object, Double>> means = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (int round = 0; round < ROUNDS; round++) {
            for (int f = 0; f < FACTORS.size(); f++) {
                Map<Object, Double> own = means.get(f);
                Function<Handled, Object> factor = FACTORS.get(f);
                own.putAll(rows.stream()
                        .collect(Collectors.groupingBy(
                                factor,
                                Collectors.averagingDouble(
                                        row -> residual(row, means) + own.getOrDefault(factor.apply(row), 0.0)))));
            }
        }
        return means;
    }

    private static double residual(Handled row, List<Map<Object, Double>> means) {
        double expected = 0;
        for (int f = 0; f < FACTORS.size(); f++) {
            expected += means.get(f).getOrDefault(FACTORS.get(f).apply(row), 0.0);
        }
        return row.logHours() - expected;
    }

    private static double hours(Instant from, Instant to) {
        LocalDate first = WorkCalendar.dayOf(from);
        double seconds = first.datesUntil(WorkCalendar.dayOf(to).plusDays(1))
                .filter(WorkCalendar::works)
                .mapToDouble(day -> {
                    Instant opens = WorkCalendar.moment(day, WorkCalendar.OPENS);
                    Instant closes = WorkCalendar.moment(day, WorkCalendar.CLOSES);
                    Instant start = from.isAfter(opens) ? from : opens;
                    Instant end = to.isBefore(closes) ? to : closes;
                    return Math.max(0, end.getEpochSecond() - start.getEpochSecond());
                })
                .sum();
        return Math.max(seconds, 30) / 3_600;
    }

    private static Instant utc(Object timestamp) {
        return ((Timestamp) timestamp).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
