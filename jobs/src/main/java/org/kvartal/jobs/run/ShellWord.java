package org.kvartal.jobs.run;

import java.nio.file.Path;

/** A path as one word of a command that people copy into a shell. */
public final class ShellWord {
    private ShellWord() {}

    /** In single quotes where the shell would read more than letters in it. */
    public static String of(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
