package org.kvartal.jobs.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kvartal.reports.explore.ReleaseCard;

/** Opens the shell on a release, for a person or for a script. */
public final class Exploration {
    private static final String SHELL_MODULE = "jdk.jshell";

    private final Prompt prompt;

    public Exploration(ReleaseCard card) {
        requireShell(ModuleLayer.boot().findModule(SHELL_MODULE));
        this.prompt = new Prompt(card);
    }

    /** A Java that was cut down to run programs has no compiler, and so no shell. */
    static void requireShell(Optional<Module> shell) {
        if (shell.isEmpty()) {
            throw new ScriptFailed("Cannot explore: this Java (" + System.getProperty("java.home")
                    + ") has no JShell; run Kvartal with a whole JDK");
        }
    }

    /** Talks with the person at the terminal. */
    public void talk() {
        shell().talk();
    }

    /**
     * Runs a script.
     *
     * @throws ScriptFailed naming file and line
     */
    public void run(Path script) {
        try {
            shell().run(script, Files.readString(script));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + script + ": " + e.getMessage(), e);
        }
    }

    private Shell shell() {
        return new Shell(System.getProperty("java.class.path"), prompt.script());
    }
}
