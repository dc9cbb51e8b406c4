package org.kvartal.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lock that the operating system holds, so that it ends with the process; of some network disks there is none. */
final class OsLock implements AutoCloseable {
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private OsLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks a file; empty when another process has.
     *
     * <p>This process must not have locked it already: closing a second channel ends the lock of the first.
     */
    static Optional<OsLock> tryTake(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<OsLock> taken = tryTake(channel);
            if (taken.isEmpty()) {
                channel.close();
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<OsLock> tryTake(FileChannel channel) {
        try {
            return Optional.ofNullable(channel.tryLock()).map(lock -> new OsLock(channel, lock));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            // The disk knows no locks; the lease alone has to do.
            return Optional.of(new OsLock(channel, null));
        }
    }

    /** Whether the operating system vouches for it. */
    boolean isHeld() {
        return lock != null;
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the lock: " + e.getMessage(), e);
        }
    }
}
