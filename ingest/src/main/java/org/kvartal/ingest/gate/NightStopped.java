package org.kvartal.ingest.gate;

import java.util.List;
import java.util.stream.Collectors;

/** A gate keeps the night from being published. */
public final class NightStopped extends RuntimeException {
    private final List<GateVerdict> failed;

    NightStopped(List<GateVerdict> failed) {
        super("Cannot publish the night: "
                + failed.stream().map(GateVerdict::reason).collect(Collectors.joining("; ")));
        this.failed = List.copyOf(failed);
    }

    /** Why, one sentence each. */
    public List<String> reasons() {
        return failed.stream().map(GateVerdict::reason).toList();
    }

    /** What would let the night through. */
    public List<Acceptance> acceptances() {
        return failed.stream()
                .map(verdict -> new Acceptance(verdict.gate(), verdict.table()))
                .distinct()
                .toList();
    }
}
