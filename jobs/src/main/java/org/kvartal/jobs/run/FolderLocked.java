package org.kvartal.jobs.run;

import java.nio.file.Path;

/** Another run is writing to the output folder. */
public final class FolderLocked extends RuntimeException {
    private FolderLocked(String message) {
        super(message);
    }

    static FolderLocked by(String holder, Path output) {
        return new FolderLocked(
                "Cannot start: another run writes to " + output + " (" + holder + "); wait until it ends");
    }

    static FolderLocked lostTo(String holder, Path output) {
        return new FolderLocked("Cannot go on: this run was silent for so long that another took over " + output + " ("
                + holder + "); it finishes the night");
    }
}
