package org.kvartal.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kvartal.jobs.disk.PrivateFolder;

/**
 * Lets one run write to an output folder. The operating system's lock on {@code run.lock} keeps out others on the same
 * disk. A lease with a heartbeat keeps out those of other machines, tells people who holds the lock, and is taken over
 * when its owner is dead: at once where that is certain, else when it has been silent for {@link #SILENCE}.
 */
public final class RunLock implements AutoCloseable {
    /** How often a run says that it lives. */
    static final Duration BEAT = Duration.ofSeconds(5);

    /** After so long without a heartbeat a run of which nothing else is known is dead. */
    public static final Duration SILENCE = Duration.ofSeconds(60);

    /** The folders that runs of this process write to. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path output;
    private final Leases leases;
    private final OsLock osLock;
    private final Claimant claimant;
    private final long number;
    private final ScheduledExecutorService heart;
    private volatile Lease lease;

    RunLock(Path output, OsLock osLock, Claimant claimant, long number, Lease lease, Duration beat) {
        this.output = output;
        this.leases = new Leases(output);
        this.osLock = osLock;
        this.claimant = claimant;
        this.number = number;
        this.lease = lease;
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "kvartal-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        heart.scheduleAtFixedRate(this::beat, beat.toNanos(), beat.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Takes the lock of an output folder.
     *
     * @throws FolderLocked if another run holds it
     */
    public static RunLock take(Path output, Claimant claimant) {
        return take(output, claimant, BEAT);
    }

    static RunLock take(Path output, Claimant claimant, Duration beat) {
        Path folder = output.toAbsolutePath().normalize();
        try {
            PrivateFolder.create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + output + ": " + e.getMessage(), e);
        }
        if (!HELD.add(folder)) {
            throw FolderLocked.by(holder(folder, claimant).orElse("this process"), output);
        }
        try {
            return new Claim(folder, claimant, beat).lock();
        } catch (RuntimeException e) {
            HELD.remove(folder);
            throw e;
        }
    }

    /** Who writes to the output folder now, if anybody does. */
    public static Optional<String> holder(Path output, Claimant seeker) {
        Leases leases = new Leases(output);
        return leases.read(leases.newest())
                .filter(lease -> switch (lease.owner().seenFrom(seeker.process())) {
                    case ALIVE -> true;
                    case DEAD -> false;
                    case UNKNOWN -> lease.silence(seeker.clock().instant()).compareTo(SILENCE) <= 0;
                })
                .map(lease -> lease.describe(seeker.clock().instant()));
    }

    /** A beat that fails is missed, and nothing else: others see how long it is. */
    private void beat() {
        try {
            if (leases.newest() <= number) {
                lease = lease.beating(claimant.clock().instant());
                leases.write(number, lease);
            }
        } catch (RuntimeException missed) {
            // The next beat tries again.
        }
    }

    /** Counts the locks of the folder. */
    long number() {
        return number;
    }

    /**
     * Makes sure that nobody has taken the lock over while this process stood still, as a machine does that is suspended.
     *
     * @throws FolderLocked if somebody has
     */
    public void requireHeld() {
        long newest = leases.newest();
        if (newest > number) {
            String holder = leases.read(newest)
                    .map(other -> other.describe(claimant.clock().instant()))
                    .orElse("which has ended");
            throw FolderLocked.lostTo(holder, output);
        }
    }

    @Override
    public void close() {
        if (!HELD.contains(output)) {
            return;
        }
        heart.shutdownNow();
        try {
            heart.awaitTermination(BEAT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (leases.newest() <= number) {
                leases.giveUp(number, lease);
            }
        } finally {
            osLock.close();
            HELD.remove(output);
        }
    }
}
