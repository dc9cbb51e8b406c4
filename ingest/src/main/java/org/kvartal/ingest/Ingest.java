package org.kvartal.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.gate.ControlTotals;
import org.kvartal.ingest.gate.Gates;
import org.kvartal.ingest.history.History;
import org.kvartal.ingest.history.PastVersions;
import org.kvartal.ingest.identity.IdentityMatch;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.PublishedLake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.load.Extraction;
import org.kvartal.ingest.load.Mapping;
import org.kvartal.ingest.load.Mappings;
import org.kvartal.ingest.load.PastExtraction;
import org.kvartal.ingest.load.SchemaDrift;
import org.kvartal.ingest.load.TableLoad;
import org.kvartal.ingest.load.Terms;
import org.kvartal.ingest.privacy.Pseudonyms;
import org.kvartal.ingest.quality.LoadReport;
import org.kvartal.ingest.quality.QualityScores;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.quality.ReferenceCheck;
import org.kvartal.ingest.source.ChangePolicy;
import org.kvartal.ingest.source.Retries;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceProblem;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.source.Sources;
import org.kvartal.ingest.source.UnreadableSource;

/** The module's steps, in order. Each can be run again safely. */
public final class Ingest {
    private final Night night;
    private final IngestSettings settings;

    public Ingest(Night night, IngestSettings settings) {
        this.night = night;
        this.settings = settings;
    }

    /** Stops the night before any work when a source is not what its preset says, or not what it was. */
    public void checkSources() {
        if (isPast()) {
            return;
        }
        for (SourceSettings source : settings.sources()) {
            read(source, opened -> problems(source, opened)).stream()
                    .findFirst()
                    .ifPresent(problem -> {
                        throw new UnreadableSource(problem);
                    });
        }
    }

    private List<SourceProblem> problems(SourceSettings source, Source opened) {
        return source.changes().schema() == ChangePolicy.Schema.STRICT
                ? new SchemaDrift(night.lake(), source.name()).of(opened)
                : opened.check();
    }

    /** A night before the newest one published: it knows what the lake knows of its date, and reads no source. */
    private boolean isPast() {
        return later().isPresent();
    }

    private Optional<PublishedLake> later() {
        SortedSet<LocalDate> dates = night.lake().publishedDates(QualityTables.EXTRACTIONS);
        return dates.tailSet(night.asOf().date().plusDays(1)).stream()
                .findFirst()
                .map(night.lake()::asOf);
    }

    /** Brings the raw tables, {@code raw.<source>__<extract>}, to the state of their sources. */
    public void extract() {
        Optional<PublishedLake> later = later();
        if (later.isPresent()) {
            extractPast(later.get());
            return;
        }
        for (SourceSettings source : settings.sources()) {
            Extraction extraction = new Extraction(night.lake(), night.asOf(), source.name(), source.changes());
            ControlTotals totals = new ControlTotals(night, settings.gates());
            read(source, opened -> {
                totals.read(source.name(), opened);
                return extraction.run(opened);
            });
        }
    }

    /** A date that is published already is in the lake as it was found. */
    private void extractPast(PublishedLake later) {
        if (!isPublished()) {
            settings.sources().forEach(source -> new PastExtraction(night.lake(), later, night.asOf(), source).run());
        }
    }

    private boolean isPublished() {
        return night.lake()
                .publishedDates(QualityTables.EXTRACTIONS)
                .contains(night.asOf().date());
    }

    /** A source that breaks off is read again from its beginning: another connection sees it as of another moment. */
    private static <T> T read(SourceSettings settings, Function<Source, T> work) {
        return Retries.NIGHTLY.of(() -> {
            try (Source source = Sources.open(settings)) {
                return work.apply(source);
            }
        });
    }

    /** Maps, checks and stores every clean table, what was kept out of it, and where all rows have gone. */
    public void loadTables() {
        List<Record> receipts = receipts();
        Mappings mappings = mappings(receipts);
        Terms terms = new Terms(
                night.asOf(), settings.currency(), settings.sourceNames(), Pseudonyms.keyed(settings.pseudonymKey()));
        TableLoad load = new TableLoad(night, terms);
        LoadReport report = new LoadReport(receipts, settings.rules());
        for (TableSpec table : CrmTables.ALL) {
            List<Mapping> ofTable = mappings.of(table);
            report.add(
                    table,
                    load.run(table, ofTable, settings.rules().of(table)),
                    ofTable.stream().map(Mapping::source).toList());
        }
        report.write(night.lake());
        later().filter(any -> !isPublished()).ifPresent(later -> takeBack(later, mappings));
        if (!settings.audiences().isEmpty()) {
            load.keepPersons(CrmTables.USERS, mappings.of(CrmTables.USERS));
            load.keepPersons(CrmTables.CONTACTS, mappings.of(CrmTables.CONTACTS));
        }
    }

    private void takeBack(PublishedLake later, Mappings mappings) {
        PastVersions versions =
                new PastVersions(night.lake(), later, night.asOf().date());
        for (TableSpec clean : HistoryTables.KEPT) {
            CrmTables.changesOf(clean).ifPresent(changes -> versions.takeBack(clean, mappings.sourcesOf(changes)));
        }
    }

    private List<Record> receipts() {
        return night.lake()
                .rows(
                        QualityTables.EXTRACTIONS,
                        Expressions.equal("night", night.asOf().toString()));
    }

    private Mappings mappings(List<Record> receipts) {
        return new Mappings(settings.sources(), receipts, settings.currency());
    }

    /** Keeps the versions of rows, {@code history.<table>}, and the changes of sources that have no audit. */
    public void recordHistory() {
        Mappings mappings = mappings(receipts());
        new History(night, mappings::sourcesOf).record();
    }

    /** Says how complete, valid and fresh tonight's rows are, {@code quality.scores}. */
    public void scoreQuality() {
        new QualityScores(night.lake(), night.asOf()).write(CrmTables.ALL);
    }

    /**
     * Says which tables may be shown, {@code quality.gates}.
     *
     * @throws org.kvartal.ingest.gate.NightStopped if one keeps the night from being published
     */
    public void judgeGates() {
        new Gates(night, settings.gates()).judgeTables();
    }

    /** Flags the rows that name a row of another table which does not exist. */
    public void checkReferences() {
        new ReferenceCheck(night.lake(), CrmTables.ALL).run();
    }

    /** Says which accounts and products of the sources are the same one, and which may be. */
    public void matchIdentities() {
        new IdentityMatch(night.lake(), settings.identity(), settings.sourceNames()).run();
    }
}
