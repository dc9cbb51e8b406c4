package org.kvartal.ingest;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.load.Extraction;
import org.kvartal.ingest.load.Mapping;
import org.kvartal.ingest.load.Mappings;
import org.kvartal.ingest.load.RawTables;
import org.kvartal.ingest.load.TableLoad;
import org.kvartal.ingest.quality.LoadReport;
import org.kvartal.ingest.quality.ReferenceCheck;
import org.kvartal.ingest.quality.Rules;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceProblem;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.source.Sources;
import org.kvartal.ingest.source.UnreadableSource;

/** The module's steps, in order. Each can be run again safely. */
public final class Ingest {
    private final Night night;
    private final List<SourceSettings> sources;
    private final Rules rules;

    public Ingest(Night night, List<SourceSettings> sources, Rules rules) {
        this.night = night;
        this.sources = List.copyOf(sources);
        this.rules = rules;
    }

    /** Stops the night before any work when a source is not what its preset says. */
    public void checkSources() {
        for (SourceSettings settings : sources) {
            try (Source source = Sources.open(settings)) {
                List<SourceProblem> problems = source.check();
                if (!problems.isEmpty()) {
                    throw new UnreadableSource(problems.get(0));
                }
            }
        }
    }

    /** Copies all sources into the raw tables: {@code raw.<source>__<extract>}. */
    public void extract() {
        Lake lake = night.lake();
        Map<String, Object> tonight = Map.of(RawTables.NIGHT_OF, night.asOf().date());
        try (LakeWriter rejections = lake.replacing(RawTables.REJECTIONS, tonight);
                LakeWriter receipts = lake.replacing(RawTables.EXTRACTIONS, tonight)) {
            Extraction extraction = new Extraction(lake, night.asOf(), rejections);
            for (SourceSettings settings : sources) {
                try (Source source = Sources.open(settings)) {
                    extraction.run(settings.name(), source);
                }
            }
            rejections.commit();
            extraction.receipts().forEach(receipts::write);
            receipts.commit();
        }
    }

    /** Maps, checks and stores every clean table, what was kept out of it, and where all rows have gone. */
    public void loadTables() {
        List<Record> receipts = night.lake()
                .rows(
                        RawTables.EXTRACTIONS,
                        Expressions.equal(RawTables.NIGHT_OF, night.asOf().toString()));
        Mappings mappings = new Mappings(sources, receipts);
        TableLoad load = new TableLoad(night.session(), night.asOf());
        LoadReport report = new LoadReport(receipts, rules);
        for (TableSpec table : CrmTables.ALL) {
            List<Mapping> ofTable = mappings.of(table);
            report.add(
                    table,
                    load.run(table, ofTable, rules.of(table)),
                    ofTable.stream().map(Mapping::source).toList());
        }
        report.write(night.lake());
    }

    /** Flags the rows that name a row of another table which does not exist. */
    public void checkReferences() {
        new ReferenceCheck(night.lake(), CrmTables.ALL).run();
    }
}
