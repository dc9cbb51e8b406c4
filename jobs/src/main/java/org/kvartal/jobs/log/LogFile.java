package org.kvartal.jobs.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file of limited size. A full one is laid aside as {@code .1}, that as {@code .2}, and the oldest is deleted. */
public final class LogFile implements Consumer<String> {
    private final Path file;
    private final long mostBytes;
    private final int kept;

    /** @param kept files that are laid aside */
    public LogFile(Path file, long mostBytes, int kept) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.kept = kept;
    }

    @Override
    public void accept(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) >= mostBytes) {
                layAside();
            }
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private void layAside() throws IOException {
        for (int i = kept; i >= 1; i--) {
            Path from = i == 1 ? file : numbered(i - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
