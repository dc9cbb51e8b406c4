package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How a run comes to the lock of an output folder: past whoever held it before, if that one is dead. */
final class Claim {
    private final Path folder;
    private final Leases leases;
    private final Claimant claimant;
    private final Duration beat;

    Claim(Path folder, Claimant claimant, Duration beat) {
        this.folder = folder;
        this.leases = new Leases(folder);
        this.claimant = claimant;
        this.beat = beat;
    }

    RunLock lock() {
        refuseIfAlive();
        OsLock osLock = OsLock.tryTake(folder.resolve("run.lock")).orElseThrow(this::refusal);
        try {
            long before = leases.newest();
            Optional<Lease> last = leases.read(before);
            if (last.isPresent()) {
                requireDead(before, last.get(), osLock);
            }
            return take(before + 1, osLock);
        } catch (RuntimeException e) {
            osLock.close();
            throw e;
        }
    }

    /** Before the operating system is asked: whoever is alive need not be disturbed. */
    private void refuseIfAlive() {
        leases.read(leases.newest()).filter(this::isAlive).ifPresent(lease -> {
            throw refusal(lease);
        });
    }

    /** A lease of this very process is one that it could not give up: the folder is in no other hands of it. */
    private boolean isAlive(Lease lease) {
        return !lease.owner().equals(claimant.process())
                && lease.owner().seenFrom(claimant.process()) == RunningProcess.Life.ALIVE;
    }

    private RunLock take(long number, OsLock osLock) {
        Lease lease = Lease.of(claimant.process(), claimant.clock().instant());
        if (!leases.create(number, lease)) {
            throw refusal();
        }
        if (leases.newest() > number) {
            leases.delete(number);
            throw refusal();
        }
        leases.deleteBelow(number);
        return new RunLock(folder, osLock, claimant, number, lease, beat);
    }

    private void requireDead(long number, Lease lease, OsLock osLock) {
        if (isAlive(lease)) {
            throw refusal(lease);
        }
        RunningProcess here = claimant.process();
        if (lease.owner().equals(here) || lease.owner().seenFrom(here) == RunningProcess.Life.DEAD) {
            return;
        }
        Duration silence = lease.silence(claimant.clock().instant());
        boolean beatsNow = !silence.isNegative() && silence.compareTo(RunLock.SILENCE) <= 0;
        boolean kernelKnows = osLock.isHeld() && lease.owner().sharesKernelWith(here);
        if (beatsNow && !kernelKnows) {
            throw refusal(lease);
        }
        requireStill(number, lease);
    }

    /** Clocks of machines differ: a heartbeat that goes on is worth more than the time that it tells. */
    private void requireStill(long number, Lease lease) {
        try {
            Thread.sleep(beat.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(lease);
        }
        Optional<Lease> later = leases.read(number);
        if (leases.newest() != number || later.isPresent() && !later.get().equals(lease)) {
            throw refusal(later.orElse(lease));
        }
    }

    private FolderLocked refusal() {
        return leases.read(leases.newest())
                .map(this::refusal)
                .orElseGet(() -> FolderLocked.by("it has only just begun", folder));
    }

    private FolderLocked refusal(Lease lease) {
        return FolderLocked.by(lease.describe(claimant.clock().instant()), folder);
    }
}
