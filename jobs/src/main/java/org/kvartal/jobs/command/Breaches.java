package org.kvartal.jobs.command;

import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.RowPrinter;

/**
 * All rows of a release that broke a rule, whether they were kept out or kept and flagged; one line per breach.
 *
 * <p>The severity is that of the rule. What is not among the checks has no rule: a row that could not even be read is
 * quarantined, a repair of the mapping (a whole row, which has a key) is a warning.
 */
final class Breaches {
    private static final String FLAGGED = """
            select "table", kind, rule, "column", severity, "key", value, reason, source, file, line,
                   false as is_out
            from quality.flags
            """;

    private static final String QUARANTINED = """
            select '%1$s' as "table", 'row' as kind, rule, "column",
                   if("column" = '' and "key" is not null, 'warning', 'quarantine') as severity,
                   "key", value, reason, source, file, line,
                   true as is_out
            from quarantine."%1$s"
            """;

    private static final String BREACHES = """
            with found as (
            %s),
            checks as (
              select "table", kind, rule, "column", max(severity) as severity, max(checked_count) as checked_count
              from quality.checks
              group by all
            ),
            breaches as (
              select found.* replace (coalesce(checks.severity, found.severity) as severity)
              from found
              left join checks using ("table", kind, rule, "column")
              where ? in ('', rule) and ? in ('', "table")
            )
            """;

    private static final String ROWS = """
            select "table", rule, severity, "key", "column", value, reason, source, file, line
            from breaches
            order by array_position(['quarantine', 'error', 'warning'], severity), "table", rule, source, file, line, "key", "column", value
            """;

    private static final String SUMMARY = """
            , judged as (
              select "table", sum(loaded_count + quarantined_count) as row_count
              from quality.row_balance
              group by "table"
            ),
            failed as (
              select "table", kind, rule, "column", max(severity) as severity, count(*) as failed_count
              from breaches
              group by all
            )
            select "table", rule, "column", failed.severity,
                   coalesce(checked_count, row_count) as checked_count,
                   failed_count,
                   cast(failed_count / coalesce(checked_count, row_count) as decimal(9, 6)) as failed_rate
            from failed
            left join checks using ("table", kind, rule, "column")
            left join judged using ("table")
            order by array_position(['quarantine', 'error', 'warning'], failed.severity), "table", rule, "column"
            """;

    private static final String SERIOUS = "select '' from breaches where is_out or severity = 'error' limit 1";

    private final Datasets datasets;
    private final List<String> wanted;
    private final String breaches;

    /** @param rule and {@code table}: empty for all */
    Breaches(Datasets datasets, String rule, String table) {
        this.datasets = datasets;
        this.wanted = List.of(rule, table);
        this.breaches = BREACHES.formatted(found(datasets));
    }

    private static String found(Datasets datasets) {
        return datasets
                .names("select table_name from information_schema.tables where table_schema = 'quarantine' order by 1")
                .stream()
                .map(QUARANTINED::formatted)
                .collect(Collectors.joining("union all\n", FLAGGED + "union all\n", ""));
    }

    /** One row per breach, the gravest first. */
    void rows(RowPrinter printer) {
        datasets.query(breaches + ROWS, wanted, printer);
    }

    /** One row per rule that was broken: how many rows it was checked on, and how many broke it. */
    void summary(RowPrinter printer) {
        datasets.query(breaches + SUMMARY, wanted, printer);
    }

    /** Whether a row was kept out, or a rule of severity error was broken. */
    boolean areSerious() {
        return !datasets.names(breaches + SERIOUS, wanted).isEmpty();
    }

    /** The names of all rules that were checked or broken. */
    static List<String> rules(Datasets datasets) {
        return datasets.names("with found as (\n" + found(datasets)
                + ") select rule from found union select rule from quality.checks order by 1");
    }
}
