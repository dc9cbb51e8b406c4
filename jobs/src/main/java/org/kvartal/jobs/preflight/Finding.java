package org.kvartal.jobs.preflight;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.jobs.ExitCode;

/**
 * What was found about one thing that a night needs.
 *
 * @param subject one of few words, for machines: {@code output}, {@code disk}, {@code source}
 * @param text what is so, and what to do about it
 */
public record Finding(Level level, String subject, String text) {

    /** How bad it is. */
    public enum Level {
        OK("ok", ExitCode.DONE),
        WARN("warn", ExitCode.DONE),
        /** A night would fail, and so would the next. */
        FAIL("FAIL", ExitCode.INVALID),
        /** A night would fail now. */
        UNREACHABLE("FAIL", ExitCode.UNREACHABLE);

        private final String label;
        private final ExitCode exitCode;

        Level(String label, ExitCode exitCode) {
            this.label = label;
            this.exitCode = exitCode;
        }

        public ExitCode exitCode() {
            return exitCode;
        }
    }

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text);
    }

    static Finding warn(String subject, String text) {
        return new Finding(Level.WARN, subject, text);
    }

    static Finding fail(String subject, String text) {
        return new Finding(Level.FAIL, subject, text);
    }

    /** As a line for people. */
    public String line() {
        return String.format("%-4s  %s", level.label, text);
    }

    /** For machines. */
    public Map<String, String> fields() {
        return new TreeMap<>(Map.of("level", level.label.toLowerCase(Locale.ROOT), "subject", subject, "text", text));
    }

    boolean failed() {
        return level.exitCode != ExitCode.DONE;
    }
}
