package org.kvartal.jobs.log;

import java.io.Writer;

/** Turns what a command prints for people into lines of the log. */
public final class LogLines extends Writer {
    private final JsonLog log;
    private final StringBuilder line = new StringBuilder();

    public LogLines(JsonLog log) {
        this.log = log;
    }

    @Override
    public synchronized void write(char[] text, int offset, int length) {
        line.append(text, offset, length);
        // What is printed at once is one message, whatever line breaks are in it.
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\n') {
            line.setLength(line.length() - 1);
            end();
        }
    }

    private void end() {
        if (!line.isEmpty()) {
            log.printed(line.toString());
            line.setLength(0);
        }
    }

    @Override
    public void flush() {
        // A line is written when it ends.
    }

    @Override
    public synchronized void close() {
        end();
    }
}
