package org.kvartal.reports.data;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.TraceCodes;
import org.kvartal.reports.fact.Unit;
import tech.tablesaw.api.Table;

/** What a section is written from: the release's datasets, and the date and project they belong to. */
public final class ReportData {
    private final Datasets datasets;
    private final ProjectSettings project;
    private final LocalDate asOf;
    private final @Nullable LocalDate previous;
    private final String remark;
    private final Map<Printed, Fact> facts = new HashMap<>();
    private final Set<String> foundEmpty = new TreeSet<>();
    private final TraceCodes codes = new TraceCodes();

    /** @param previous the date published before this one; null on the first night */
    public ReportData(Datasets datasets, ProjectSettings project, LocalDate asOf, @Nullable LocalDate previous) {
        this(datasets, project, asOf, previous, "");
    }

    private ReportData(
            Datasets datasets, ProjectSettings project, LocalDate asOf, @Nullable LocalDate previous, String remark) {
        this.datasets = datasets;
        this.project = project;
        this.asOf = asOf;
        this.previous = previous;
        this.remark = remark;
    }

    /** The data of an earlier release, shown in the report of a later one: every statement says so. */
    public static ReportData shownAgain(Datasets datasets, ProjectSettings project, LocalDate asOf) {
        return new ReportData(datasets, project, asOf, null, " /* as of " + asOf + " */");
    }

    /** The origin as it is printed: where it is another release that gives the value, the statement tells which. */
    public Origin shown(Origin origin) {
        return codes.distinct(
                origin.measure().endsWith(remark)
                        ? origin
                        : new Origin(origin.table(), origin.filter(), origin.measure() + remark));
    }

    public ProjectSettings project() {
        return project;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public Optional<LocalDate> previous() {
        return Optional.ofNullable(previous);
    }

    /** The fiscal quarter that the as-of date belongs to. */
    public FiscalQuarter quarter() {
        return project.fiscalCalendar().quarterOf(asOf);
    }

    /** Amounts in the project's currency. */
    public Unit money() {
        return Unit.money(project.currency());
    }

    /** What is asked for more than once, as the rows of a chart and of the table beside it. */
    private record Printed(Origin origin, Unit unit) {}

    /** The value that the origin's own statement gives, so that whoever follows it finds the same. */
    public Fact fact(Origin origin, Unit unit) {
        Origin shown = shown(origin);
        return facts.computeIfAbsent(new Printed(shown, unit), asked -> Facts.read(datasets, shown, unit));
    }

    /**
     * What {@code select measure from table where condition} gives.
     *
     * @param condition chooses the rows that count; empty when all do
     */
    public Fact fact(String table, String condition, String measure, Unit unit) {
        return fact(new Origin(table, condition, measure), unit);
    }

    /** The value of a column in the row that meets the condition: the highest, should there be several. */
    public Fact cell(String table, String condition, String column, Unit unit) {
        return fact(table, condition, "max(" + column + ")", unit);
    }

    /** Whether a table has any row. */
    public boolean has(String table) {
        boolean found = (Boolean) datasets.row("select count(*) > 0 from " + table)[0];
        if (!found) {
            foundEmpty.add(table);
        }
        return found;
    }

    /** The tables that were found without rows since this was asked last: what is not there shapes a section too. */
    public Set<String> takeFoundEmpty() {
        Set<String> tables = Set.copyOf(foundEmpty);
        foundEmpty.clear();
        return tables;
    }

    /** The rows of any one query, at most so many. */
    public Answer answer(String sql, int mostRows) {
        return Answer.read(datasets, sql, mostRows);
    }

    /** The rows of a query, for arrangement: names, groups and their order. What is printed of them is a fact. */
    public Table table(String sql) {
        return datasets.table("rows", sql);
    }
}
