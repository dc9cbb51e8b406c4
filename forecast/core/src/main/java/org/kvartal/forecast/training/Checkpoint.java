package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A topic of a course that a person is to pass, however many sessions it takes: one row, so that what was missed twice is
 * missed once.
 *
 * @param state as it stands today
 * @param dueOn passed: when; due: the next session; else the last session
 * @param sessions the person was on the list of
 * @param score the best; null without one
 */
public record Checkpoint(
        String person,
        String programme,
        String topic,
        State state,
        LocalDate dueOn,
        int sessions,
        @Nullable Double score) {

    /** How far a person has come. */
    public enum State {
        /** Attended, and the check was passed if there was one. */
        PASSED,
        /** Not passed yet, and a session is to come. */
        DUE,
        /** Attended, but the score is too low, and no session is to come. */
        FAILED,
        /** Not attended, and no session is to come. */
        MISSED,
        /** A session was held, and nobody has recorded whether the person came. */
        UNRECORDED;

        /** As tables name it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Key(String person, String programme, String topic) {}

    /**
     * Ordered by course, topic and person.
     *
     * @param passScore least score that passes
     */
    public static List<Checkpoint> of(Collection<Enrolment> enrolments, double passScore, LocalDate asOf) {
        Map<Key, List<Enrolment>> byKey = enrolments.stream()
                .sorted(Comparator.comparing(Enrolment::heldOn).thenComparing(Enrolment::training))
                .collect(Collectors.groupingBy(
                        one -> new Key(one.person(), one.programme(), one.topic()),
                        () -> new TreeMap<>(Comparator.comparing(Key::programme)
                                .thenComparing(Key::topic)
                                .thenComparing(Key::person)),
                        Collectors.toList()));
        return byKey.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), passScore, asOf))
                .toList();
    }

    private static Checkpoint of(Key key, List<Enrolment> sessions, double passScore, LocalDate asOf) {
        List<Enrolment> held =
                sessions.stream().filter(one -> !one.heldOn().isAfter(asOf)).toList();
        List<Enrolment> passed =
                held.stream().filter(one -> isPassed(one, passScore)).toList();
        State state = !passed.isEmpty()
                ? State.PASSED
                : held.size() < sessions.size() ? State.DUE : notPassed(held.get(held.size() - 1));
        Enrolment telling = switch (state) {
            case PASSED -> passed.get(0);
            case DUE -> sessions.get(held.size());
            default -> held.get(held.size() - 1);
        };
        return new Checkpoint(
                key.person(), key.programme(), key.topic(), state, telling.heldOn(), sessions.size(), best(held));
    }

    private static boolean isPassed(Enrolment one, double passScore) {
        Double score = one.score();
        return one.isAttended() && (score == null || score >= passScore);
    }

    private static State notPassed(Enrolment last) {
        return last.isAttended() ? State.FAILED : last.isMissed() ? State.MISSED : State.UNRECORDED;
    }

    private static @Nullable Double best(List<Enrolment> held) {
        return held.stream()
                .filter(Enrolment::isAttended)
                .map(Enrolment::score)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
