package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.adoption.UseJudge;
import org.kvartal.forecast.adoption.UseState;

/** How each person stands to the CRM, and what to talk about with those for whom it stopped being of use. */
final class PeopleRows {
    private static final int SEVERAL = 4;
    private static final long LITTLE = 3;
    private static final int HALF_A_YEAR = 183;

    private final Following following;

    PeopleRows(Following following) {
        this.following = following;
    }

    Stream<@Nullable Object[]> rows() {
        return following.judgements().entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue()));
    }

    private @Nullable Object[] row(String id, UseJudge.Judgement judgement) {
        List<Roster.Attended> attended = following.roster().attended(id);
        Roster.@Nullable Attended last = attended.isEmpty() ? null : attended.get(attended.size() - 1);
        @Nullable
        LocalDate since = judgement.since() < 0
                        || judgement.since() >= following.working().count()
                ? null
                : following.working().date(judgement.since());
        UseLog.Person person = following.log().persons().get(id);
        int lastUse = person.active.length() - 1;
        String team = following.roster().member(id).team();
        List<String> missing = missing(person, judgement, since);
        return new @Nullable Object[] {
            id,
            team.isEmpty() ? null : team,
            last == null ? null : last.on(),
            judgement.state().label(),
            since,
            finite(judgement.usual()),
            finite(judgement.recent()),
            lastUse < 0 ? null : following.log().date(lastUse),
            missing.isEmpty() ? null : String.join(", ", missing),
            since == null ? null : talkPoint(judgement.state(), since, missing, last)
        };
    }

    /** Functions used on several days of the half year before, and since then on less than a third as many of them. */
    private List<String> missing(UseLog.Person person, UseJudge.Judgement judgement, @Nullable LocalDate since) {
        if (since == null || !judgement.state().asksForATalk()) {
            return List.of();
        }
        int day = following.log().day(since);
        int first = Math.max(person.seen.nextSetBit(0), day - HALF_A_YEAR);
        int end = following.log().length();
        return person.functions.entrySet().stream()
                .filter(entry -> days(entry.getValue(), first, day) >= SEVERAL)
                .filter(entry -> LITTLE * days(entry.getValue(), day, end) * (day - first)
                        < (long) days(entry.getValue(), first, day) * (end - day))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int days(BitSet days, int from, int to) {
        return days.get(from, to).cardinality();
    }

    private static @Nullable String talkPoint(
            UseState state, LocalDate since, List<String> missing, Roster.@Nullable Attended last) {
        if (!state.asksForATalk()) {
            return null;
        }
        if (state == UseState.SILENT) {
            return "No trace since %s and no absence is known. Ask first whether the person is still in post."
                    .formatted(since);
        }
        String what = missing.isEmpty()
                ? "Ask what has become harder since then."
                : "Ask how this is done now: %s.".formatted(String.join(", ", missing));
        String offer = last == null
                ? " No training is on record: offer one."
                : " That was %d weeks after the training %s: offer a refresher."
                        .formatted(Math.max(0, ChronoUnit.WEEKS.between(last.on(), since)), last.programme());
        return (state == UseState.STOPPED ? "Not used since %s. " : "Used much less since %s. ").formatted(since)
                + what
                + offer;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
