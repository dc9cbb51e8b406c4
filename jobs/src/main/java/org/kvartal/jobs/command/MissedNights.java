package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kvartal.jobs.run.Backlog;
import org.kvartal.jobs.run.ShellWord;
import org.kvartal.reports.publish.Releases;

/** The days between the night published last and the one to be run, when nothing was run on them. */
final class MissedNights {
    private final Path output;
    private final LocalDate asOf;

    MissedNights(Path output, LocalDate asOf) {
        this.output = output;
        this.asOf = asOf;
    }

    /** Says how many there are and what runs them; nothing where there are none. */
    void tell(PrintWriter err) {
        text().ifPresent(missed -> err.println("kvartal: " + missed));
    }

    /** The same in one line; empty where none was missed. */
    Optional<String> text() {
        List<Backlog.Entry> missed = new Releases(output)
                .before(asOf)
                .map(last -> Backlog.of(output, last.plusDays(1), asOf.minusDays(1), Backlog.Wanted.MISSING))
                .orElse(List.of());
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of("no night was published from " + first(missed) + " to " + last(missed)
                        + "; run what is missing with: kvartal backfill --from " + first(missed) + " --to "
                        + last(missed) + " --out " + ShellWord.of(output));
    }

    private static LocalDate first(List<Backlog.Entry> missed) {
        return missed.get(0).asOf();
    }

    private static LocalDate last(List<Backlog.Entry> missed) {
        return missed.get(missed.size() - 1).asOf();
    }
}
