package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.kvartal.jobs.ReportConfig;
import org.kvartal.reports.ReportRendering;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.publish.RenderedSection;
import org.kvartal.reports.publish.ReportOrder;

/**
 * Writes the report of a published date again, from its datasets. The date gets a new release, which has everything of
 * the one before and the new reports; it becomes visible whole. Whoever reads the old release goes on with it.
 */
public final class RenderAgain {
    private final ReportConfig config;
    private final LocalDate asOf;
    private final Path current;
    private final Claimant claimant;

    /**
     * @param current the release of the date
     * @param claimant who runs, for whoever finds the lock taken
     */
    public RenderAgain(ReportConfig config, LocalDate asOf, Path current, Claimant claimant) {
        this.config = config;
        this.asOf = asOf;
        this.current = current;
        this.claimant = claimant;
    }

    /**
     * Writes and publishes.
     *
     * @throws FolderLocked if a night is under way
     */
    @SuppressWarnings("try")
    public List<RenderedSection> run(ReportOrder order) {
        try (RunLock lock = RunLock.take(config.output(), claimant)) {
            Releases releases = new Releases(config.output());
            String fresh = releases.again(current);
            Path release = releases.prepared(fresh);
            List<RenderedSection> written = rendering(releases).renderAgain(current, release, order);
            releases.complete(fresh, current);
            releases.publish(fresh, asOf);
            return written;
        }
    }

    private ReportRendering rendering(Releases releases) {
        LocalDate previous = RunRecord.previous(current).orElse(null);
        return new ReportRendering(config.project(), config.report(), asOf, previous, RunRecord.run(current), releases);
    }
}
