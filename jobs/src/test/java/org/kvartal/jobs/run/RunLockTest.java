package org.kvartal.jobs.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("try")
class RunLockTest {
    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final Claimant HERE = new Claimant(RunningProcess.here("crm-1"), Clock.fixed(NOON, ZoneOffset.UTC));
    private static final RunningProcess ELSEWHERE = new RunningProcess("crm-2", "m2", "b2", "", 7, "123");
    private static final Duration QUICK_BEAT = Duration.ofMillis(10);

    @TempDir
    Path output;

    @Test
    void refusesASecondRunAndSaysWhoHoldsTheLock() {
        try (RunLock first = RunLock.take(output, HERE)) {
            String holder =
                    "pid " + ProcessHandle.current().pid() + " on crm-1 since 2026-03-31T12:00:00Z, heartbeat 0 s ago";
            assertRefused(holder);
            assertThat(RunLock.holder(output, HERE)).contains(holder);
        }
    }

    @Test
    void isFreeOnceItIsClosed() {
        RunLock.take(output, HERE).close();

        assertThat(RunLock.holder(output, HERE)).isEmpty();
        try (RunLock second = RunLock.take(output, HERE)) {
            assertThat(RunLock.holder(output, HERE)).isPresent();
        }
    }

    @Test
    void isHeldByNobodyInAFolderThatWasNeverUsed() {
        assertThat(RunLock.holder(output.resolve("absent"), HERE)).isEmpty();
        assertThat(output.resolve("absent")).doesNotExist();
    }

    @Test
    void createsTheFolderItLocks() {
        Path absent = output.resolve("new/folder");
        RunLock.take(absent, HERE).close();
        assertThat(absent).isDirectory();
    }

    @Test
    void keepsOtherProcessesOut() throws IOException, InterruptedException {
        Process other = holder();
        try {
            assertThatThrownBy(() -> RunLock.take(output, HERE))
                    .isInstanceOf(FolderLocked.class)
                    .hasMessageMatching("Cannot start: another run writes to \\Q" + output + "\\E \\(pid " + other.pid()
                            + " on crm-1 since \\S+Z, heartbeat -?\\d+ s ago\\); wait until it ends");
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        assertThat(other.exitValue()).isZero();
        RunLock.take(output, HERE).close();
    }

    @Test
    void endsWithTheProcessHoweverThatEnds() throws IOException, InterruptedException {
        Process other = holder();
        other.destroyForcibly().waitFor();

        assertThat(RunLock.holder(output, HERE)).isEmpty();
        assertThat(output.resolve("lock/1.lease"))
                .as("what the dead process left")
                .isRegularFile();
        RunLock.take(output, HERE).close();
        assertThat(names(output.resolve("lock"))).containsExactly("2.lease");
    }

    @Test
    void isTakenFromNobodyOnAnotherMachineWhoseHeartGoesOn() {
        found(new Lease(ELSEWHERE, NOON.minusSeconds(900), NOON.minusSeconds(60)));

        assertRefused("pid 7 on crm-2 since 2026-03-31T11:45:00Z, heartbeat 60 s ago");
        assertThat(RunLock.holder(output, HERE)).isPresent();
    }

    @Test
    void isTakenFromWhoeverWasSilentForTooLong() {
        found(new Lease(ELSEWHERE, NOON.minusSeconds(900), NOON.minusSeconds(61)));

        assertThat(RunLock.holder(output, HERE)).isEmpty();
        RunLock.take(output, HERE, QUICK_BEAT).close();
    }

    @Test
    void isTakenFromASilentMachineWhoseClockIsFast() {
        found(new Lease(ELSEWHERE, NOON, NOON.plusSeconds(3600)));
        RunLock.take(output, HERE, QUICK_BEAT).close();
    }

    @Test
    void isNotTakenFromAMachineWhoseClockIsSlowButWhoseHeartGoesOn() throws Exception {
        Lease slow = new Lease(ELSEWHERE, NOON.minusSeconds(900), NOON.minusSeconds(600));
        found(slow);
        ExecutorService heart = Executors.newSingleThreadExecutor();
        try {
            heart.submit(() -> {
                for (int beat = 1; !Thread.interrupted(); beat++) {
                    new Leases(output).write(1, slow.beating(slow.heartbeat().plusSeconds(beat)));
                }
            });
            assertThatThrownBy(() -> RunLock.take(output, HERE, Duration.ofMillis(100)))
                    .isInstanceOf(FolderLocked.class)
                    .hasMessageContaining("pid 7 on crm-2");
        } finally {
            heart.shutdownNow();
            assertThat(heart.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void isTakenFromAContainerThatIsGone() {
        RunningProcess here = HERE.process();
        found(Lease.of(new RunningProcess("crm-1", here.machine(), here.boot(), "pid:[1]", 1, "123"), NOON));

        RunLock.take(output, HERE, QUICK_BEAT).close();
    }

    @Test
    void waitsForWhoeverWasWritingHisLease() throws IOException {
        Files.createDirectories(output.resolve("lock"));
        Path half = Files.writeString(output.resolve("lock/1.lease"), "boot=b1\nhost=cr");
        Files.setLastModifiedTime(half, FileTime.from(NOON.minusSeconds(2)));
        assertRefused("pid 0 on unknown host since 2026-03-31T11:59:58Z, heartbeat 2 s ago");

        Files.setLastModifiedTime(half, FileTime.from(NOON.minusSeconds(61)));
        RunLock.take(output, HERE, QUICK_BEAT).close();
    }

    @Test
    void tellsItsHolderThatItWasTakenOver() {
        RunLock stolen = RunLock.take(output, HERE);
        stolen.requireHeld();
        assertThat(new Leases(output).create(2, Lease.of(ELSEWHERE, NOON))).isTrue();

        assertThatThrownBy(stolen::requireHeld)
                .isInstanceOf(FolderLocked.class)
                .hasMessage("Cannot go on: this run was silent for so long that another took over " + output
                        + " (pid 7 on crm-2 since 2026-03-31T12:00:00Z, heartbeat 0 s ago); it finishes the night");
        stolen.close();
        assertRefused("pid 7 on crm-2 since 2026-03-31T12:00:00Z, heartbeat 0 s ago");
    }

    @Test
    void canBeTakenOverByOneOnly() throws Exception {
        List<Callable<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            claims.add(() -> new Leases(output).create(3, Lease.of(ELSEWHERE, NOON)));
        }
        ExecutorService claimants = Executors.newFixedThreadPool(claims.size());
        int taken = 0;
        for (Future<Boolean> claim : claimants.invokeAll(claims)) {
            taken += claim.get() ? 1 : 0;
        }
        claimants.shutdown();
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void saysAgainAndAgainThatItsHolderLives() throws InterruptedException {
        CountDownLatch beats = new CountDownLatch(4);
        Clock counting = new CountingClock(beats);
        try (RunLock lock = RunLock.take(output, new Claimant(HERE.process(), counting), QUICK_BEAT)) {
            assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
            Lease lease = new Leases(output).read(lock.number()).orElseThrow();
            assertThat(lease.since()).isEqualTo(NOON.plusSeconds(1));
            assertThat(lease.heartbeat()).isAfter(lease.since());
        }
    }

    private void found(Lease lease) {
        assertThat(new Leases(output).create(1, lease)).isTrue();
    }

    private void assertRefused(String holder) {
        assertThatThrownBy(() -> RunLock.take(output, HERE))
                .isInstanceOf(FolderLocked.class)
                .hasMessage("Cannot start: another run writes to " + output + " (" + holder + "); wait until it ends");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Another process, once it holds the lock. */
    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        output.toString(),
                        "crm-1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).isEqualTo("held");
        return process;
    }

    /** A second passes whenever somebody looks at it. */
    private static final class CountingClock extends Clock {
        private final CountDownLatch looks;
        private Instant now = NOON;

        CountingClock(CountDownLatch looks) {
            this.looks = looks;
        }

        @Override
        public synchronized Instant instant() {
            looks.countDown();
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
