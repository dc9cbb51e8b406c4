package org.kvartal.jobs.watch;

import java.time.Clock;
import java.util.List;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.run.ProcessorTime;
import org.kvartal.jobs.run.RunListener;

/** Who watches a run besides the terminal, by the project's configuration. */
public final class Watchers {
    private Watchers() {}

    public static List<RunListener> of(KvartalConfig config, Clock clock) {
        return List.of(new HistoryKeeper(config.output(), clock, ProcessorTime::used));
    }
}
