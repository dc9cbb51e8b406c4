package org.kvartal.reports.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

/** One table in a notebook: what it means, how it is loaded, a first look, a chart, and statements to go on from. */
final class StarterNotebook {
    private static final String LOAD = """
            import os
            from pathlib import Path

            import duckdb
            import matplotlib.pyplot as plt

            # A notebook that was moved away finds the release by the variable KVARTAL_DATA.
            DATA = Path(os.environ.get("KVARTAL_DATA", "..")).resolve()
            con = duckdb.connect()
            for folder in sorted(DATA.glob("*/*/")):
                if any(folder.glob("*.parquet")):
                    con.sql(f'create schema if not exists "{folder.parent.name}"')
                    con.sql(f\"""create view "{folder.parent.name}"."{folder.name}" as
                                select * from read_parquet('{folder}/*.parquet')\""")

            # Amounts become floats in pandas. Sum money in SQL, where it is exact.
            df = con.sql("select * from TABLE").df()""";

    private final TableSpec table;
    private final List<TableSpec> tables;
    private final StarterChart chart;

    /** @param tables those that this one's ids may name */
    StarterNotebook(TableSpec table, List<TableSpec> tables) {
        this.table = table;
        this.tables = tables;
        this.chart = StarterChart.of(table);
    }

    String json() {
        Cells cells = new Cells();
        cells.text(meaning());
        cells.code(LOAD.replace("TABLE", table.qualifiedName()));
        cells.text("## First look\nSize, then the first rows, then what is missing.");
        cells.code("print(f\"{len(df):,} rows, {len(df.columns)} columns\")\ndf.head(10)");
        cells.code("df.describe(include=\"all\").T if len(df) else df");
        cells.code("df.isna().mean().sort_values(ascending=False).rename(\"share missing\").head(15)");
        cells.text("## " + chart.title());
        cells.code(chart.code());
        cells.text("## To go on from");
        cells.code(summary());
        join().ifPresent(cells::code);
        cells.text(elsewhere());
        return cells.notebook();
    }

    private String meaning() {
        StringBuilder text = new StringBuilder("# " + table.qualifiedName() + "\n\n" + table.description() + "\n\n");
        if (!table.key().isEmpty()) {
            text.append("One row per ").append(code(table.key())).append(".\n\n");
        }
        text.append("| column | type | unit | meaning |\n| --- | --- | --- | --- |\n");
        for (Column column : table.columns()) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(column.name(), column.type().label(), cell(column.unit()), cell(meaning(column))));
        }
        return text + "\nNeeds Python with `duckdb`, `pandas` and `matplotlib`. Copy the notebook before you change it:"
                + " a release is not to be written to.";
    }

    private static String meaning(Column column) {
        String reference = column.referencedTable()
                .map(named -> " Names a row of `crm." + named + "`.")
                .orElse("");
        String allowed = column.allowed().isEmpty() ? "" : " One of " + code(column.allowed()) + ".";
        return column.description() + reference + allowed;
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private String summary() {
        Optional<Column> group = StarterChart.group(table);
        String measure = chart.measure()
                .map(column -> "sum(\"" + column.name() + "\") as total, ")
                .orElse("");
        String name = table.qualifiedName();
        if (group.isEmpty()) {
            return "con.sql(\"\"\"select %scount(*) as rows from %s\"\"\").df()".formatted(measure, name);
        }
        return """
                con.sql(\"""
                    select "%1$s", %2$scount(*) as rows
                    from %3$s
                    group by "%1$s"
                    order by rows desc
                    limit 20
                \""").df()""".formatted(group.get().name(), measure, name);
    }

    /** The table with the names that its first reference stands for. */
    private Optional<String> join() {
        for (Column column : table.columns()) {
            Optional<TableSpec> other = column.referencedTable().flatMap(this::cleanTable);
            if (other.isPresent()
                    && other.get().key().size() == 1
                    && !other.get().qualifiedName().equals(table.qualifiedName())) {
                return Optional.of("""
                        con.sql(\"""
                            select named.*, one.*
                            from %s as one
                            join %s as named on named."%s" = one."%s"
                            limit 20
                        \""").df()""".formatted(
                                table.qualifiedName(),
                                other.get().qualifiedName(),
                                other.get().key().get(0),
                                column.name()));
            }
        }
        return Optional.empty();
    }

    private Optional<TableSpec> cleanTable(String name) {
        return tables.stream()
                .filter(one -> one.qualifiedName().equals("crm." + name))
                .findFirst();
    }

    private String elsewhere() {
        String path = table.namespace() + "/" + table.name();
        return """
                The same table elsewhere, from the release's folder `data`:

                - DuckDB: `select * from read_parquet('%1$s/*.parquet')`
                - Spark: `spark.read.parquet("%1$s")`
                - R: `arrow::open_dataset("%1$s")`
                - Java: `kvartal explore`, then `%2$s()`""".formatted(path, table.qualifiedName());
    }
}
