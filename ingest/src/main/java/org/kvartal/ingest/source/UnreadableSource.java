package org.kvartal.ingest.source;

/** A source that is there but is not what its preset says. */
public final class UnreadableSource extends RuntimeException {
    private final transient SourceProblem problem;

    public UnreadableSource(SourceProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public UnreadableSource(SourceProblem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    public SourceProblem problem() {
        return problem;
    }
}
