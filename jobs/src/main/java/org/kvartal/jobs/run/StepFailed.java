package org.kvartal.jobs.run;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kvartal.ingest.gate.NightStopped;

/** A step of the night failed; everything before it is kept. */
public final class StepFailed extends RuntimeException {
    private final String step;

    public StepFailed(String step, Throwable cause) {
        this(step, "step " + step + " failed: " + cause.getMessage() + "; run the same command again to resume", cause);
    }

    private StepFailed(String step, String message, Throwable cause) {
        super(message, cause);
        this.step = step;
    }

    /** A gate keeps the night from being published: nothing to resume, but rows to mend or to accept. */
    static StepFailed byGate(String step, NightStopped stopped, LocalDate asOf, Optional<LocalDate> lastGood) {
        String accept = stopped.acceptances().stream()
                .map(acceptance -> " --accept " + acceptance)
                .collect(Collectors.joining());
        return new StepFailed(
                step,
                "not published: step " + step + ": " + String.join("; ", stopped.reasons()) + "; "
                        + lastGood.map(date -> "last good is " + date).orElse("nothing was published before")
                        + "; mend the source, or let it through once with: kvartal run --as-of " + asOf + accept,
                stopped);
    }

    /** The name of the step. */
    public String step() {
        return step;
    }

    /** Why, without what to do about it. */
    String reason() {
        return String.valueOf(getCause().getMessage());
    }
}
