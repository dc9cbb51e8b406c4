package org.kvartal.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The leases of an output folder, {@code lock/<number>.lease}. The one with the highest number counts. Whoever takes over
 * creates the next number, which only one can do; numbers never go down, so whoever looked too early finds a higher one
 * than his own. A lease that was given up stays as a file that says so, and keeps its number.
 */
final class Leases {
    private static final String SUFFIX = ".lease";
    private static final String GIVEN_UP = "given-up";

    private final Path folder;

    Leases(Path output) {
        this.folder = output.resolve("lock");
    }

    /** The number that counts; 0 when there was never a lease. */
    long newest() {
        return numbers().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private List<Long> numbers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}\\" + SUFFIX))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The lease of a number; empty when it was given up, or never taken. */
    Optional<Lease> read(long number) {
        Path file = file(number);
        Properties text = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            text.load(reader);
            return text.containsKey(GIVEN_UP) ? Optional.empty() : Optional.of(Lease.read(text));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            return damaged(file);
        }
    }

    /** Its writer died while writing, or writes just now: when he did is all that it tells. */
    private static Optional<Lease> damaged(Path file) {
        try {
            return Optional.of(Lease.ofUnknown(Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the number was free, and now belongs to the lease. */
    boolean create(long number, Lease lease) {
        try {
            Files.createDirectories(folder);
            SortedText.create(file(number), lease.text());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + file(number) + ": " + e.getMessage(), e);
        }
    }

    /** Replaces what a lease says, in one step. */
    void write(long number, Lease lease) {
        replace(number, lease.text());
    }

    void giveUp(long number, Lease lease) {
        Properties text = lease.text();
        text.setProperty(GIVEN_UP, lease.heartbeat().toString());
        replace(number, text);
    }

    private void replace(long number, Properties text) {
        Path fresh = folder.resolve(number + ".new");
        try {
            SortedText.write(fresh, text);
            Files.move(fresh, file(number), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(number) + ": " + e.getMessage(), e);
        }
    }

    void delete(long number) {
        try {
            Files.deleteIfExists(file(number));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file(number) + ": " + e.getMessage(), e);
        }
    }

    /** Removes the leases that count no more. */
    void deleteBelow(long number) {
        numbers().stream().filter(old -> old < number).forEach(this::delete);
    }

    private Path file(long number) {
        return folder.resolve(number + SUFFIX);
    }
}
