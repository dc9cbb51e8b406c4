package org.kvartal.ingest.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.PersonTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.Sensitivity;
import org.kvartal.ingest.lake.SqlEngine;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.Issue;
import org.kvartal.ingest.quality.Judge;
import org.kvartal.ingest.quality.Judgement;
import org.kvartal.ingest.quality.MappedRow;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.quality.RowCheck;
import org.kvartal.ingest.quality.Rule;
import org.kvartal.ingest.quality.Severity;
import org.kvartal.ingest.quality.Status;
import org.kvartal.ingest.quality.TableReport;
import org.kvartal.ingest.sql.LocalTable;

/** Fills one clean table from all sources: map, judge, store what is good and what is not. */
public final class TableLoad {
    private final Night night;
    private final Terms terms;
    private @Nullable ExchangeRates rates;

    public TableLoad(Night night, Terms terms) {
        this.night = night;
        this.terms = terms;
    }

    /** Replaces the clean table, its quarantine and its flags, and tells what was counted. */
    public TableReport run(TableSpec table, List<Mapping> mappings, List<Rule> rules) {
        Lake lake = night.lake();
        lake.prepare(QualityTables.stored(table));
        try (LakeWriter loaded = lake.replacing(QualityTables.stored(table));
                LakeWriter quarantine = lake.replacing(QualityTables.quarantineOf(table));
                LakeWriter flags = lake.replacing(
                        QualityTables.FLAGS, Map.of("table", table.name(), "kind", QualityTables.ROW_KIND))) {
            Destinations destinations = new Destinations(table, rules, loaded, quarantine, flags);
            MappedRows rows = new MappedRows(table, rules, terms, this::rates);
            if (!loadsHere(mappings, rows, destinations)) {
                loadBySpark(mappings, rows, destinations);
            }
            unreadRows(lake, table).forEach(destinations::acceptUnread);
            loaded.commit();
            quarantine.commit();
            flags.commit();
            return destinations.report;
        }
    }

    /** Within this process, as long as all mappings can be run there. */
    private boolean loadsHere(List<Mapping> mappings, MappedRows rows, Destinations destinations) {
        if (night.engine() == SqlEngine.SPARK) {
            return false;
        }
        List<LocalTable> conformed = new ArrayList<>();
        for (Mapping mapping : mappings) {
            Optional<LocalTable> mapped = mapping.run(night.lake(), terms.asOf());
            if (mapped.isEmpty()) {
                return false;
            }
            conformed.add(rows.conform(mapped.get(), mapping.source(), conformed.size()));
        }
        conformed.stream().reduce(LocalTable::union).ifPresent(all -> rows.forEach(all, destinations::accept));
        return true;
    }

    private void loadBySpark(List<Mapping> mappings, MappedRows rows, Destinations destinations) {
        IntStream.range(0, mappings.size())
                .mapToObj(rank -> rows.conform(
                        mappings.get(rank).run(night.session(), terms.asOf()),
                        mappings.get(rank).source(),
                        rank))
                .reduce(Dataset::union)
                .ifPresent(all -> rows.forEach(all, destinations::accept));
    }

    /** Keeps, in the lake alone, who stands behind the pseudonyms of a table of persons. */
    public void keepPersons(TableSpec table, List<Mapping> mappings) {
        MappedRows rows = new MappedRows(table, List.of(), terms, this::rates);
        mappings.stream()
                .map(mapping -> rows.persons(mapping.run(night.session(), terms.asOf()), mapping.source()))
                .reduce(Dataset::union)
                .ifPresent(persons ->
                        night.session().replace(PersonTables.PERSONS, persons, Map.of("table", table.name())));
    }

    /** The table of rates is loaded before those that need it. */
    private ExchangeRates rates() {
        ExchangeRates known = rates == null ? ExchangeRates.of(night.lake(), terms.currency()) : rates;
        rates = known;
        return known;
    }

    private List<Record> unreadRows(Lake lake, TableSpec table) {
        return lake.rows(
                RawTables.REJECTIONS,
                Expressions.and(
                        Expressions.equal(RawTables.NIGHT_OF, terms.asOf().toString()),
                        Expressions.equal("table", table.name())));
    }

    /** Where the rows of a table go. */
    private static final class Destinations {
        private final TableSpec table;
        private final Judge judge;
        private final LakeWriter loaded;
        private final LakeWriter quarantine;
        private final LakeWriter flags;
        private final TableReport report = new TableReport();

        Destinations(TableSpec table, List<Rule> rules, LakeWriter loaded, LakeWriter quarantine, LakeWriter flags) {
            this.table = table;
            this.judge = new Judge(table, new RowCheck(table, rules));
            this.loaded = loaded;
            this.quarantine = quarantine;
            this.flags = flags;
        }

        void accept(MappedRow row) {
            Judgement judgement = judge.judge(row);
            report.add(row, judgement);
            if (judgement.status() == Status.LOADED) {
                loaded.write(row.stored());
                judgement.issues().forEach(issue -> flag(row, issue));
            } else if (judgement.status() == Status.QUARANTINED) {
                judgement.issues().stream()
                        .filter(issue -> issue.severity() == Severity.QUARANTINE)
                        .forEach(issue -> reject(row, issue));
            }
        }

        private void flag(MappedRow row, Issue issue) {
            flags.write(new Object[] {
                table.name(),
                QualityTables.ROW_KIND,
                issue.rule(),
                issue.severity().label(),
                judge.keyText(row),
                issue.column(),
                issue.value(),
                issue.reason(),
                row.origin().source(),
                row.origin().file(),
                row.origin().line()
            });
        }

        private void reject(MappedRow row, Issue issue) {
            quarantine.write(new Object[] {
                row.origin().source(),
                row.origin().file(),
                row.origin().line(),
                judge.keyText(row),
                issue.column(),
                issue.value(),
                issue.rule(),
                issue.reason(),
                RowText.of(table, row)
            });
        }

        /** A row that the source's reader could not even read; its text may name persons. */
        void acceptUnread(Record row) {
            report.addUnread((String) row.getField("rule"), (String) row.getField("column"));
            boolean isOpen = !table.hasPersons();
            boolean isOpenValue = isOpen || "type".equals(row.getField("rule")) || isOpen(row.getField("column"));
            quarantine.write(new Object[] {
                row.getField("source"),
                row.getField("file"),
                row.getField("line"),
                null,
                row.getField("column"),
                isOpenValue ? row.getField("value") : null,
                row.getField("rule"),
                row.getField("reason"),
                isOpen ? row.getField("row") : null
            });
        }

        private boolean isOpen(Object column) {
            return table.columns().stream()
                    .anyMatch(known -> known.name().equals(column) && known.sensitivity() != Sensitivity.PERSON);
        }
    }
}
