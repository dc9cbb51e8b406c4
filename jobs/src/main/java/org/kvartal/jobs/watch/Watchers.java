package org.kvartal.jobs.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.alert.RunAlerts;
import org.kvartal.jobs.alert.StateFiles;
import org.kvartal.jobs.run.ProcessorTime;
import org.kvartal.jobs.run.RunListener;

/** Who watches a run besides the terminal, by the project's configuration. */
public final class Watchers {
    private Watchers() {}

    /**
     * The history first: others read it.
     *
     * @param complaints told of each failure to send a notice, as one line
     */
    public static List<RunListener> of(KvartalConfig config, Clock clock, Consumer<String> complaints) {
        Path output = config.output();
        String project = config.project().name();
        ZoneId zone = config.project().zone();
        List<RunListener> watchers = new ArrayList<>();
        watchers.add(new HistoryKeeper(output, clock, ProcessorTime::used));
        config.watch().lineage().ifPresent(file -> watchers.add(new LineageFile(file, project, zone, output, clock)));
        config.watch().metrics().ifPresent(file -> watchers.add(new MetricsFile(file, project, zone, output)));
        watchers.add(new StateFiles(config.notifyConfig(), clock));
        watchers.add(new RunAlerts(config.notifyConfig(), clock, complaints));
        return watchers;
    }
}
