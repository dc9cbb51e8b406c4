package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;

/** A process that runs no night, or one whose step ends when it is interrupted, or never; its second argument says which. */
final class StubbornRun {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");

    private StubbornRun() {}

    public static void main(String[] args) throws Exception {
        Path output = Path.of(args[0]);
        Shutdown shutdown = Shutdown.heard(System.err::println, Duration.ofMillis(200));
        if (args[1].equals("idle")) {
            System.out.println("idle");
            new CountDownLatch(1).await();
        }
        RunLock lock = RunLock.take(output, Claimant.thisProcess("crm-1", Clock.systemUTC()));
        RunJournal journal = new RunJournal(output, RunState.first(MARCH, "a1b2"));
        journal.state().write(output);
        Stop stop = new Stop();
        Shutdown.register(new StoppableRun(stop, journal, lock));
        StepRun steps = new StepRun(journal, lock, stop, new RunListener() {}, Clock.systemUTC(), () -> 0);
        steps.run("extract", () -> {});
        try {
            steps.run("load-tables", () -> work(args[1]));
        } catch (IllegalStateException interrupted) {
            journal.stop();
            lock.close();
            System.err.println(stop.exception().getMessage());
            shutdown.exit(2);
        }
    }

    private static void work(String manner) {
        CountDownLatch never = new CountDownLatch(1);
        System.out.println("working");
        boolean working = true;
        while (working) {
            try {
                never.await();
            } catch (InterruptedException e) {
                working = manner.equals("stubborn");
            }
        }
        throw new IllegalStateException("Cannot work: interrupted");
    }
}
