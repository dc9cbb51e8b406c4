package org.kvartal.jobs.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;

/**
 * One JSON object a line: when, how grave, which run, step and as-of date, and what. A message is data: line breaks and
 * control characters in it are escaped, those that turn text around on a screen are taken out, and nothing in it is
 * looked up.
 */
public final class JsonLog implements RunListener {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SELF = "kvartal";
    private static final Pattern DECEPTIVE =
            Pattern.compile("[\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

    private final Clock clock;
    private final List<Consumer<String>> sinks;
    private volatile String run = "";
    private volatile String asOf = "";
    private volatile String step = "";
    private volatile boolean failed;

    /** @param sinks take a line each, without its end */
    public JsonLog(Clock clock, List<Consumer<String>> sinks) {
        this.clock = clock;
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public void runStarted(RunState state) {
        run = state.run();
        asOf = state.asOf().toString();
        failed = false;
        own("info", "run started", Map.of());
    }

    @Override
    public void stepStarted(String name) {
        step = name;
    }

    @Override
    public void stepEnded(FinishedStep finished) {
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("seconds", finished.seconds());
        cost.put("cpu_seconds", finished.cpuSeconds());
        cost.put("spark_jobs", finished.sparkJobs());
        own("info", "step ended", cost);
        step = "";
    }

    @Override
    public void runEnded(RunOutcome outcome) {
        asOf = outcome.asOf().toString();
        failed = outcome.cause().isPresent();
        Map<String, Object> exitCode = Map.of("exit_code", outcome.exitCode().number());
        own(failed ? "error" : "info", outcome.reason().orElse("run published"), exitCode);
    }

    /** The run could not even begin: what is printed from now on says why. */
    public void beginFailed() {
        failed = true;
    }

    /** A line that a command has printed; those that begin with its name tell of something wrong. */
    void printed(String line) {
        String prefix = SELF + ": ";
        boolean wrong = line.startsWith(prefix);
        own(wrong ? failed ? "error" : "warn" : "info", wrong ? line.substring(prefix.length()) : line, Map.of());
    }

    private void own(String level, String message, Map<String, Object> more) {
        write(level, SELF, message, more);
    }

    synchronized void write(String level, String logger, String message, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ts", clock.instant().toString());
        line.put("level", level);
        line.put("run", run);
        line.put("as_of", asOf);
        line.put("step", step);
        line.put("logger", logger);
        line.put("message", DECEPTIVE.matcher(message).replaceAll("?"));
        line.putAll(more);
        try {
            String text = MAPPER.writeValueAsString(line);
            sinks.forEach(sink -> sink.accept(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the log: " + e.getMessage(), e);
        }
    }
}
