package org.kvartal.jobs.run;

import java.util.List;
import org.kvartal.ingest.gate.NightStopped;
import org.kvartal.ingest.settings.InvalidSettings;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.ingest.source.SourceUnreachable;
import org.kvartal.ingest.source.UnreadableSource;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.data.DataUnreadable;

/** What an exception means for whoever schedules the command. */
public final class Failure {
    private static final List<Class<? extends RuntimeException>> MENDED_BY_PEOPLE = List.of(
            InvalidSettings.class, NotReady.class, DataUnreadable.class, UnreadableSource.class, InvalidInput.class);

    private Failure() {}

    public static ExitCode exitCode(Throwable e) {
        if (e instanceof StepFailed failed && failed.getCause() != null) {
            return exitCode(failed.getCause());
        }
        if (e instanceof NightStopped) {
            return ExitCode.DONE_WITH_FINDINGS;
        }
        if (e instanceof FolderLocked) {
            return ExitCode.LOCKED;
        }
        if (e instanceof SourceUnreachable) {
            return ExitCode.UNREACHABLE;
        }
        return MENDED_BY_PEOPLE.contains(e.getClass()) ? ExitCode.INVALID : ExitCode.FAILED;
    }
}
