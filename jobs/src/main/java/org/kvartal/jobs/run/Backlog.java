package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.reports.publish.Releases;

/** The nights of a range of days that are still to be run, oldest first, and why. */
public final class Backlog {
    /** Which nights are run. */
    public enum Wanted {
        MISSING,
        ALL
    }

    /** Why a night is run. */
    public enum Reason {
        MISSING("not published yet"),
        UNFINISHED("a run of it was left unfinished"),
        AGAIN("published, and asked for again");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** A night to be run. */
    public record Entry(LocalDate asOf, Reason reason) {}

    private Backlog() {}

    /**
     * Looks at an output folder.
     *
     * @param to last day, inclusive
     */
    public static List<Entry> of(Path output, LocalDate from, LocalDate to, Wanted wanted) {
        List<LocalDate> published = new Releases(output).dates();
        Map<LocalDate, RunState> states =
                RunState.all(output).stream().collect(Collectors.toMap(RunState::asOf, Function.identity()));
        return from.datesUntil(to.plusDays(1))
                .flatMap(
                        date -> reason(states.get(date), published.contains(date), wanted)
                                .map(reason -> new Entry(date, reason))
                                .stream())
                .toList();
    }

    /** A date that was finished and whose release is gone was cleaned away, and is not missing. */
    private static Optional<Reason> reason(@Nullable RunState state, boolean isPublished, Wanted wanted) {
        if (state != null && state.stage() != RunState.Stage.FINISHED) {
            return Optional.of(Reason.UNFINISHED);
        }
        if (state == null && !isPublished) {
            return Optional.of(Reason.MISSING);
        }
        return wanted == Wanted.ALL ? Optional.of(Reason.AGAIN) : Optional.empty();
    }
}
