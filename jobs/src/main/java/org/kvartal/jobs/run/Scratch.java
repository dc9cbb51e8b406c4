package org.kvartal.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A folder for what a run spills, {@code .scratch/<number of its lock>}. What a killed run left is deleted by the next; a run
 * that has lost its lock deletes nothing of the one that has it.
 */
record Scratch(Path folder) {

    static Scratch fresh(Path all, RunLock lock) {
        new Scratch(all).deleteTree();
        Scratch scratch = new Scratch(all.resolve(Long.toString(lock.number())));
        Path folder = scratch.folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder + ": " + e.getMessage(), e);
        }
        return scratch;
    }

    void delete() {
        deleteTree();
        // Fails, as it should, as long as another run spills beside it.
        folder.getParent().toFile().delete();
    }

    void deleteTree() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
