package org.kvartal.jobs.log;

import java.util.Locale;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.jspecify.annotations.Nullable;

/** Brings what libraries say into the log of the run, for as long as it is open. */
public final class LibraryMessages extends AbstractAppender implements AutoCloseable {
    private static final String CONSOLE = "console";

    private final transient JsonLog log;
    private final transient @Nullable Appender replaced;

    private LibraryMessages(String name, JsonLog log, @Nullable Appender replaced) {
        super(name, null, null, true, Property.EMPTY_ARRAY);
        this.log = log;
        this.replaced = replaced;
    }

    /** Warnings and errors; the console has errors as before. */
    public static LibraryMessages besideConsole(JsonLog log) {
        return opened(new LibraryMessages("kvartal-file", log, null), Level.WARN);
    }

    /** Errors, and the console has nothing but these. */
    public static LibraryMessages insteadOfConsole(JsonLog log) {
        LoggerConfig root = root(LoggerContext.getContext(false));
        Appender console = root.getAppenders().get(CONSOLE);
        root.removeAppender(CONSOLE);
        return opened(new LibraryMessages("kvartal-json", log, console), Level.ERROR);
    }

    private static LibraryMessages opened(LibraryMessages messages, Level least) {
        messages.start();
        LoggerContext context = LoggerContext.getContext(false);
        root(context).addAppender(messages, least, null);
        context.updateLoggers();
        return messages;
    }

    private static LoggerConfig root(LoggerContext context) {
        return context.getConfiguration().getRootLogger();
    }

    @Override
    public void append(LogEvent event) {
        String message = event.getMessage().getFormattedMessage();
        Throwable thrown = event.getThrown();
        Map<String, Object> more = thrown == null ? Map.of() : Map.of("exception", thrown.toString());
        log.write(event.getLevel().name().toLowerCase(Locale.ROOT), event.getLoggerName(), message, more);
    }

    @Override
    public void close() {
        LoggerContext context = LoggerContext.getContext(false);
        root(context).removeAppender(getName());
        if (replaced != null) {
            root(context).addAppender(replaced, Level.ERROR, null);
        }
        context.updateLoggers();
        stop();
    }
}
