package org.kvartal.jobs.series;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the spacing of each series of a file.
 *
 * <pre>
 *   1. what the user says
 *   2. what three points or more show without a gap, when it is a usual one, as a day or a month
 *   3. what most points of the file show, when it leads to all points of the series
 *   4. what the points show
 * </pre>
 *
 * The last two hold when at least one place in 20 of the series that shows the spacing has a value.
 */
final class Spacings {
    private static final int ENOUGH = 3;
    private static final int THINNEST = 20;

    private final @Nullable Frequency told;
    private final Map<Spacing, Long> shown = new LinkedHashMap<>();
    private @Nullable Spacing ofFile;

    Spacings(@Nullable Frequency told) {
        this.told = told;
    }

    /** Lets the points of a series count for the file. */
    void count(long[] times, TimeForm.Kind kind) {
        if (times.length >= ENOUGH || shown.isEmpty()) {
            Spacing.shownBy(times, kind)
                    .filter(spacing -> isFilled(spacing, times))
                    .ifPresent(spacing -> shown.merge(spacing, (long) times.length, Long::sum));
        }
        ofFile = shown.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The spacing of a series; empty when its points are no series. */
    Optional<Spacing> of(long[] times, TimeForm.Kind kind) {
        if (told != null && kind != TimeForm.Kind.NUMBER) {
            return Optional.of(told.spacing());
        }
        Optional<Spacing> own = Spacing.shownBy(times, kind);
        if (times.length >= ENOUGH
                && own.filter(Spacing::isUsual).isPresent()
                && places(own.get(), times) == times.length) {
            return own;
        }
        if (ofFile != null && leadsToAll(ofFile, times)) {
            return Optional.of(ofFile);
        }
        if (own.isPresent()) {
            return own.filter(spacing -> isFilled(spacing, times));
        }
        return kind == TimeForm.Kind.NUMBER ? Optional.of(Spacing.numbers(1)) : Optional.empty();
    }

    private static boolean isFilled(Spacing spacing, long[] times) {
        return places(spacing, times) <= THINNEST * (long) times.length;
    }

    private static long places(Spacing spacing, long[] times) {
        return new TimeGrid(spacing, times).place(times[times.length - 1]) + 1;
    }

    private static boolean leadsToAll(Spacing spacing, long[] times) {
        TimeGrid grid = new TimeGrid(spacing, times);
        long before = -1;
        for (long time : times) {
            long place = grid.place(time);
            if (place <= before) {
                return false;
            }
            before = place;
        }
        return true;
    }

    /** The length of the scoring season where the user names none. */
    int season(Spacing spacing) {
        return told == null ? spacing.season() : told.season();
    }
}
