package org.kvartal.jobs.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.run.Claimant;
import org.kvartal.jobs.run.NotReady;

/** Looks at everything that a night needs, before the night does. */
public final class Preflight {
    private final KvartalConfig config;
    private final Claimant seeker;

    public Preflight(KvartalConfig config, Claimant seeker) {
        this.config = config;
        this.seeker = seeker;
    }

    /** All there is to look at, the sources last. */
    public List<Finding> whole() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("configuration", "configuration"));
        findings.addAll(Machine.check(seeker.clock(), config.project().zone()));
        findings.addAll(quick());
        findings.addAll(Remains.check(config.output(), seeker));
        for (SourceSettings source : config.sources()) {
            findings.addAll(SourceReach.check(source, seeker.clock()));
        }
        return findings;
    }

    /** What costs no time: can the output folder be written, is it ours, is there room in it, is its lake its own? */
    public List<Finding> quick() {
        List<Finding> findings = new ArrayList<>(OutputFolder.check(config.output()));
        if (findings.stream().noneMatch(Finding::failed)) {
            findings.addAll(LakePlace.check(config.output()));
            findings.addAll(StoredVersion.check(config.output()));
            findings.addAll(DiskSpace.check(config.output(), config.sources()));
        }
        return findings;
    }

    /** @throws NotReady when what costs no time to see says that the night would fail */
    public void verify() {
        List<Finding> failed = quick().stream().filter(Finding::failed).toList();
        if (!failed.isEmpty()) {
            throw new NotReady(failed.stream().map(Finding::text).collect(Collectors.joining("; ")));
        }
    }
}
