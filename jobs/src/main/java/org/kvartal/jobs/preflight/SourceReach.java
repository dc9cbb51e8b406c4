package org.kvartal.jobs.preflight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceProblem;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.source.SourceUnreachable;
import org.kvartal.ingest.source.Sources;

/** Can every source be read, and do its clock and this one agree? */
final class SourceReach {
    private static final String SUBJECT = "source";
    private static final Duration SKEW = Duration.ofMinutes(2);

    private SourceReach() {}

    static List<Finding> check(SourceSettings settings, Clock clock) {
        List<Finding> findings = new ArrayList<>();
        try (Source source = Sources.open(settings)) {
            Optional<Instant> there = source.clock();
            Instant here = clock.instant();
            List<SourceProblem> problems = source.check();
            problems.forEach(problem -> findings.add(Finding.fail(SUBJECT, problem.message())));
            if (problems.isEmpty()) {
                there.flatMap(time -> skew(settings.name(), Duration.between(here, time)))
                        .ifPresent(findings::add);
                findings.add(Finding.ok(
                        SUBJECT,
                        "source " + settings.name() + ", " + source.extracts().size() + " tables"));
                source.notices().forEach(notice -> findings.add(Finding.warn(SUBJECT, notice.message())));
            }
        } catch (SourceUnreachable e) {
            String text = "source " + settings.name() + ": " + e.getMessage();
            findings.add(new Finding(Finding.Level.UNREACHABLE, SUBJECT, text));
        }
        return findings;
    }

    /** @param ahead of this machine's clock */
    static Optional<Finding> skew(String source, Duration ahead) {
        if (ahead.abs().compareTo(SKEW) <= 0) {
            return Optional.empty();
        }
        String side = ahead.isNegative() ? " s behind" : " s ahead of";
        return Optional.of(Finding.warn(
                "clock",
                "source " + source + ": its clock is " + ahead.abs().toSeconds() + side
                        + " this machine's: set both by NTP, or changes near midnight land on the wrong day"));
    }
}
