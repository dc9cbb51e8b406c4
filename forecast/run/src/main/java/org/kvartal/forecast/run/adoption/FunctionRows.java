package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which functions are tried and which are habits; and uses against the plan. */
final class FunctionRows {
    private static final int WEEK = 7;
    private static final int WEEKS = 4;
    private static final int HABIT_WEEKS = 8;
    private static final int QUARTER = 92;
    private static final int YEAR = 365;

    private final Following following;
    private final int end;

    FunctionRows(Following following, LocalDate asOf) {
        this.following = following;
        this.end = following.log().day(asOf) + 1;
    }

    Stream<@Nullable Object[]> rows() {
        TreeSet<String> functions = new TreeSet<>(following.log().uses().keySet());
        functions.addAll(following.settings().plannedUses().keySet());
        boolean isShown = following.judgements().size() >= following.settings().minimumGroup();
        return isShown ? functions.stream().map(this::row) : Stream.empty();
    }

    private @Nullable Object[] row(String function) {
        int[] uses = following.log().uses().getOrDefault(function, new int[end]);
        int last = IntStream.iterate(end - 1, day -> day >= 0 && uses[day] == 0, day -> day - 1)
                        .min()
                        .orElse(end)
                - 1;
        long latest = Arrays.stream(uses, end - WEEKS * WEEK, end).sum();
        long persons = following.judgements().size();
        long active = persons(function, days -> count(days, end - WEEKS * WEEK, end) > 0);
        @Nullable Double plan = following.settings().plannedUses().get(function);
        double ofOne = plan == null ? 0 : plan * WEEKS;
        return new @Nullable Object[] {
            function,
            persons,
            persons(function, days -> count(days, end - YEAR, end) > 0),
            persons(function, this::isHabit),
            latest,
            last < 0 ? null : following.log().date(last),
            last < 0 ? "never" : last < end - QUARTER ? "unused" : "used",
            plan == null ? null : persons * ofOne,
            plan == null ? null : (active - persons) * ofOne,
            plan == null ? null : latest - active * ofOne
        };
    }

    private long persons(String function, Predicate<BitSet> isMeant) {
        return following.judgements().keySet().stream()
                .map(id -> following.log().persons().get(id).functions.get(function))
                .filter(days -> days != null && isMeant.test(days))
                .count();
    }

    private boolean isHabit(BitSet days) {
        long weeks = IntStream.range(0, HABIT_WEEKS)
                .filter(week -> count(days, end - WEEK * (week + 1), end - WEEK * week) > 0)
                .count();
        return 2 * weeks >= HABIT_WEEKS;
    }

    private static int count(BitSet days, int from, int to) {
        return days.get(from, to).cardinality();
    }
}
