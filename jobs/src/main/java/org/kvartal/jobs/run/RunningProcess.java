package org.kvartal.jobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from all others, of any machine and any time.
 *
 * @param host name of the machine
 * @param machine number of the installed system, which two machines of one name have not in common; empty where there
 *     is none
 * @param boot number of the start of the kernel; empty where there is none
 * @param space where process numbers are counted, as a container counts its own; empty where there is one count
 * @param started when the process started, in the kernel's ticks or as a time: a number that is used again has another
 */
public record RunningProcess(String host, String machine, String boot, String space, long pid, String started) {

    /** Whether a process still runs, as far as another can tell. */
    enum Life {
        ALIVE,
        DEAD,
        UNKNOWN
    }

    /** This process. */
    static RunningProcess here(String host) {
        long pid = ProcessHandle.current().pid();
        return new RunningProcess(
                host,
                text(Path.of("/etc/machine-id")),
                text(Path.of("/proc/sys/kernel/random/boot_id")),
                spaceHere(),
                pid,
                start(pid).orElse(""));
    }

    /** Whether this process still runs, as a process here can tell. */
    Life seenFrom(RunningProcess here) {
        if (sharesKernelWith(here) && host.equals(here.host) && space.equals(here.space)) {
            return start(pid).filter(started::equals).isPresent() ? Life.ALIVE : Life.DEAD;
        }
        boolean restarted = host.equals(here.host)
                && !machine.isEmpty()
                && machine.equals(here.machine)
                && !boot.isEmpty()
                && !here.boot.isEmpty()
                && !boot.equals(here.boot);
        return restarted ? Life.DEAD : Life.UNKNOWN;
    }

    /** Whether the kernel of both is the same, and has not been started again. */
    boolean sharesKernelWith(RunningProcess other) {
        return !boot.isEmpty() ? boot.equals(other.boot) : other.boot.isEmpty() && host.equals(other.host);
    }

    /** Ticks are exact; the time that is computed from them moves with the clock of the machine. */
    private static Optional<String> start(long pid) {
        String ticks = text(Path.of("/proc", Long.toString(pid), "stat"));
        if (!ticks.isEmpty()) {
            return Optional.of(ticks.substring(ticks.lastIndexOf(')') + 2).split(" ")[19]);
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process ->
                        process.info().startInstant().map(Instant::toString).orElse(""));
    }

    private static String spaceHere() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
