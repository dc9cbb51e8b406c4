package org.kvartal.jobs.preflight;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.model.Version;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.reports.publish.Releases;

/** Was the output folder last written by a newer Kvartal? Then this one might not understand it. */
final class StoredVersion {
    private static final String SUBJECT = "version";

    private StoredVersion() {}

    static List<Finding> check(Path output) {
        Optional<String> stored =
                new Releases(output).latest().map(PublishedRun::of).map(PublishedRun::version);
        return List.of(stored.map(StoredVersion::compared)
                .orElseGet(() -> Finding.ok(SUBJECT, "Kvartal " + Version.NUMBER + ", nothing published yet")));
    }

    private static Finding compared(String stored) {
        int newer = ModuleDescriptor.Version.parse(stored).compareTo(ModuleDescriptor.Version.parse(Version.NUMBER));
        if (newer > 0) {
            return Finding.fail(
                    SUBJECT,
                    "the output folder was written by Kvartal " + stored + ", and this is " + Version.NUMBER
                            + ": run the newer one; going back is not possible");
        }
        return Finding.ok(
                SUBJECT,
                "Kvartal " + Version.NUMBER
                        + (newer < 0 ? ", the last night ran with " + stored : ", as the last night"));
    }
}
