package org.kvartal.jobs.run;

import java.nio.file.Path;

/** Another run is writing to the output folder. */
public final class FolderLocked extends RuntimeException {
    public FolderLocked(Path output, String holder) {
        super("Cannot start: another run writes to " + output + " (" + holder + "); wait until it ends");
    }
}
