package org.kvartal.ingest.gate;

/** What follows when a gate fails. */
public enum Action {
    /** What rests on the table is not shown. */
    BLOCK(Verdict.BLOCK),
    /** The night is not published. */
    STOP(Verdict.STOP),
    /** It is told and nothing else. */
    WARN(Verdict.WARN),
    /** The gate is not judged. */
    IGNORE(Verdict.PASS);

    private final Verdict verdict;

    Action(Verdict verdict) {
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
