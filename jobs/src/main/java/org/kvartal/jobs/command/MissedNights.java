package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.kvartal.jobs.run.Backlog;
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
        new Releases(output).before(asOf).ifPresent(last -> {
            List<Backlog.Entry> missed =
                    Backlog.of(output, last.plusDays(1), asOf.minusDays(1), Backlog.Wanted.MISSING);
            if (!missed.isEmpty()) {
                err.println("kvartal: no night was published from " + first(missed) + " to " + last(missed)
                        + "; run what is missing with: kvartal backfill --out " + output + " --from " + first(missed)
                        + " --to " + last(missed));
            }
        });
    }

    private static LocalDate first(List<Backlog.Entry> missed) {
        return missed.get(0).asOf();
    }

    private static LocalDate last(List<Backlog.Entry> missed) {
        return missed.get(missed.size() - 1).asOf();
    }
}
