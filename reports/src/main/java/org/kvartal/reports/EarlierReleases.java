package org.kvartal.reports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.custom.InvalidSection;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.gate.BlockedTables;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.section.Audience;
import org.kvartal.reports.section.ReportSection;

/** Writes sections again from the datasets of releases before a date, and own sections as they stood then. */
final class EarlierReleases {
    /** A release older than this many others tells nobody how things are. */
    private static final int MOST_RELEASES = 5;

    private final Releases releases;
    private final ProjectSettings project;
    private final LocalDate asOf;

    EarlierReleases(Releases releases, ProjectSettings project, LocalDate asOf) {
        this.releases = releases;
        this.project = project;
        this.asOf = asOf;
    }

    /** What readers of this kind may be shown. */
    LastGood forReaders(Audience audience, String language) {
        return anchor -> newest(anchor, audience, language);
    }

    private Optional<LastGood.Content> newest(String anchor, Audience audience, String language) {
        List<LocalDate> dates = new ArrayList<>(releases.dates());
        dates.removeIf(date -> !date.isBefore(asOf));
        Collections.reverse(dates);
        for (LocalDate date : dates.subList(0, Math.min(MOST_RELEASES, dates.size()))) {
            Optional<LastGood.Content> content = releases.of(date)
                    .flatMap(release -> section(release, anchor, language)
                            .filter(section -> audience.mayRead(section.audience()))
                            .flatMap(section -> written(section, release, date)))
                    .map(section -> new LastGood.Content(section, date));
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    private static Optional<ReportSection> section(Path release, String anchor, String language) {
        return ReportBook.builtIn(anchor)
                .or(() -> new CustomSections(release.resolve(Releases.SECTIONS)).read(anchor, language));
    }

    private Optional<Section> written(ReportSection section, Path release, LocalDate date) {
        try (Datasets datasets = Datasets.open(release.resolve(Releases.DATA))) {
            ReportData data = ReportData.shownAgain(datasets, project, date);
            Section written = BlockedTables.of(data).judged(section.write(data), data);
            return Optional.of(written).filter(good -> !good.isBlocked());
        } catch (DataUnreadable | InvalidSection failedThenToo) {
            return Optional.empty();
        }
    }
}
