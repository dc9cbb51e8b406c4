package org.kvartal.jobs.alert;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.notify.Event;
import org.kvartal.jobs.notify.Notice;
import org.kvartal.jobs.notify.Notifier;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;
import org.kvartal.jobs.run.ShellWord;
import org.kvartal.jobs.run.StepFailed;
import org.kvartal.reports.publish.Releases;

/**
 * Tells how a run ended, and sends the report of a night that is the newest. Nights of earlier dates are run by somebody who
 * looks on: of them only failures are told.
 */
public final class RunAlerts implements RunListener {
    private final NotifyConfig config;
    private final Notifier notifier;
    private final Releases releases;

    /** @param lines told of each failure to send, as one line */
    public RunAlerts(NotifyConfig config, Clock clock, Consumer<String> lines) {
        this.config = config;
        this.notifier = new Notifier(config.notifications(), config.output(), clock, lines);
        this.releases = new Releases(config.output());
    }

    @Override
    public void runStarted(RunState run) {
        notifier.ping("started");
    }

    @Override
    public void runEnded(RunOutcome outcome) {
        if (outcome.exitCode() == ExitCode.LOCKED) {
            return; // the run that holds the lock tells
        }
        try {
            Optional<Path> release = outcome.release();
            notifier.ping(release.isPresent() ? "published" : "failed");
            if (release.isPresent()) {
                tellPublished(outcome, release.get());
            } else {
                tellTrouble(outcome);
            }
        } finally {
            notifier.send();
        }
    }

    private void tellTrouble(RunOutcome outcome) {
        Event event = outcome.exitCode() == ExitCode.DONE_WITH_FINDINGS ? Event.BLOCKED : Event.FAILED;
        String step = outcome.step().orElse("");
        notifier.tellTrouble(notice(event, outcome, step, cause(outcome), remedy(outcome)));
    }

    /** The message of a step that failed repeats what the notice says elsewhere. */
    private static String cause(RunOutcome outcome) {
        Throwable cause = outcome.cause()
                .map(e -> e instanceof StepFailed && e.getCause() != null ? e.getCause() : e)
                .orElse(null);
        return cause == null
                ? "nothing was published"
                : cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private String remedy(RunOutcome outcome) {
        return switch (outcome.exitCode()) {
            case INVALID -> "mend what it names, then run the same command again";
            case DONE, DONE_WITH_FINDINGS -> command("check", outcome.asOf());
            default -> command("run", outcome.asOf());
        };
    }

    private void tellPublished(RunOutcome outcome, Path release) {
        tellRecovery(outcome);
        if (!isNewest(outcome.asOf())) {
            return;
        }
        NightFindings found = NightFindings.of(release);
        List<Notice> notices = new ArrayList<>();
        if (!found.blocked().isEmpty()) {
            notices.add(notice(
                    Event.BLOCKED, outcome, "", "sections " + found.blocked(), command("check", outcome.asOf())));
        }
        if (outcome.exitCode() == ExitCode.DONE_WITH_FINDINGS) {
            notices.add(notice(Event.FINDINGS, outcome, "", found.findings(), command("check", outcome.asOf())));
        }
        notices.add(notice(Event.PUBLISHED, outcome, "", found.findings(), ""));
        notifier.tell(notices);
        notifier.deliver(outcome.asOf(), run(outcome), release);
    }

    private boolean isNewest(LocalDate date) {
        return releases.dates().stream().noneMatch(other -> other.isAfter(date));
    }

    /** A night before the one that failed mends nothing. */
    private void tellRecovery(RunOutcome outcome) {
        List<LocalDate> troubles = notifier.troubles();
        if (troubles.isEmpty() || troubles.stream().anyMatch(night -> night.isAfter(outcome.asOf()))) {
            return;
        }
        List<LocalDate> missing =
                troubles.stream().filter(night -> releases.of(night).isEmpty()).toList();
        String cause = missing.isEmpty() ? "" : "still not published: " + missing;
        String next = missing.isEmpty() ? "" : command("run", missing.get(0));
        notifier.tellRecovery(notice(Event.RECOVERED, outcome, "", cause, next));
    }

    private Notice notice(Event event, RunOutcome outcome, String step, String cause, String next) {
        return new Notice(config.project().name(), event, outcome.asOf(), run(outcome), step, cause, next);
    }

    private static String run(RunOutcome outcome) {
        return outcome.run().map(RunState::run).orElse("");
    }

    private String command(String verb, LocalDate date) {
        return "kvartal " + verb + " --as-of " + date + " --out " + ShellWord.of(config.output());
    }
}
