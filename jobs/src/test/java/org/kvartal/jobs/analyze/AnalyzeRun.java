package org.kvartal.jobs.analyze;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.kvartal.jobs.Main;

/** What {@code kvartal analyze} did: its exit code and what it said. */
record AnalyzeRun(int exitCode, String out, String err) {
    /** @param arguments after the word {@code analyze} */
    static AnalyzeRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Stream.of("analyze"), Stream.of(arguments).map(Object::toString))
                .toArray(String[]::new);
        int exitCode = Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
        return new AnalyzeRun(exitCode, out.toString(), err.toString());
    }
}
