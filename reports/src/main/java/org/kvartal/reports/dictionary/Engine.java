package org.kvartal.reports.dictionary;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.measure.Measure;

/** A program that reads datasets, and what to type there. Paths start in the output folder. */
enum Engine {
    DUCKDB("DuckDB", "duckdb_views.sql", "-- ") {
        @Override
        String text(TableSpec table, String folder, List<Measure> measures) {
            StringBuilder sql = new StringBuilder();
            sql.append("create schema if not exists ").append(table.namespace()).append(";\n");
            sql.append("create or replace view ")
                    .append(table.qualifiedName())
                    .append(" as select * from read_parquet('");
            sql.append(folder).append("/*.parquet');\n");
            sql.append("select * from ").append(table.qualifiedName()).append(" limit 10;\n");
            measures.forEach(measure -> sql.append(measure.query()).append(";\n"));
            return sql.toString();
        }
    },
    /** Views of Spark live as long as a session, and have no schema. */
    SPARK("Spark SQL", "spark_views.sql", "-- ") {
        @Override
        String text(TableSpec table, String folder, List<Measure> measures) {
            String view = table.namespace() + "_" + table.name();
            StringBuilder sql = new StringBuilder();
            sql.append("create or replace temporary view ").append(view).append(" using parquet options (path '");
            sql.append(folder).append("');\n");
            sql.append("select * from ").append(view).append(" limit 10;\n");
            measures.forEach(measure -> sql.append(measure.query().replace(" from mart.", " from mart_"))
                    .append(";\n"));
            return sql.toString();
        }
    },
    PANDAS("pandas", "read_pandas.py", "# ") {
        @Override
        String text(TableSpec table, String folder, List<Measure> measures) {
            return "import pandas as pd\n" + table.name() + " = pd.read_parquet(\"" + folder + "\")\n" + table.name()
                    + ".head(10)\n";
        }
    },
    R("R", "read_duckdb.R", "# ") {
        @Override
        String text(TableSpec table, String folder, List<Measure> measures) {
            return "library(duckdb)\nconnection <- dbConnect(duckdb())\n" + table.name()
                    + " <- dbGetQuery(connection, \"select * from '" + folder + "/*.parquet'\")\nhead(" + table.name()
                    + ", 10)\n";
        }
    };

    private final String label;
    private final String file;
    private final String comment;

    Engine(String label, String file, String comment) {
        this.label = label;
        this.file = file;
        this.comment = comment;
    }

    /** As the program calls itself. */
    public String label() {
        return label;
    }

    /** File of the snippets of all tables. */
    String file() {
        return file;
    }

    String commented(String line) {
        return comment + line;
    }

    /**
     * What reads one table, by itself.
     *
     * @param folder of the table's Parquet files
     * @param measures ratios over it
     */
    abstract String text(TableSpec table, String folder, List<Measure> measures);
}
