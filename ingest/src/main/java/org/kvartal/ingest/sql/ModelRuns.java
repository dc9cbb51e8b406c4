package org.kvartal.ingest.sql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.Night;

/**
 * Runs the SQL models of a night: within this process as long as the tables that a model reads fit on one machine, by
 * Spark beyond. Both give the same rows.
 */
public final class ModelRuns implements AutoCloseable {
    private static final long MOST_LOCAL_ROWS = 100_000_000;

    private final Night night;
    private @Nullable LocalSql local;

    private ModelRuns(Night night) {
        this.night = night;
    }

    /** Begins; neither engine starts before a model needs it. */
    public static ModelRuns of(Night night) {
        return new ModelRuns(night);
    }

    /** The rows of a model, for one that a driver may need. */
    public static List<Row> rowsOf(Night night, SqlModel model, Map<String, Object> parameters) {
        try (ModelRuns runs = of(night)) {
            return runs.rows(model, parameters);
        }
    }

    /** Whether the model is run within this process. */
    public boolean isLocal(SqlModel model) {
        return switch (night.engine()) {
            case LOCAL -> true;
            case SPARK -> false;
            case AUTO -> model.inputs().stream().allMatch(input -> night.lake().rowCount(input) <= MOST_LOCAL_ROWS);
        };
    }

    /**
     * The rows of a model, in the order of its grain; a driver must hold them.
     *
     * @param parameters values by name; those that the model does not use are left out
     */
    public List<Row> rows(SqlModel model, Map<String, Object> parameters) {
        List<Row> rows = new ArrayList<>();
        iterator(model, parameters).forEachRemaining(rows::add);
        return rows;
    }

    /** The same one by one, for rows of which there may be many; to be used before this is closed. */
    public Iterator<Row> iterator(SqlModel model, Map<String, Object> parameters) {
        return isLocal(model)
                ? exposed(model).rows(model, parameters)
                : model.run(night.session().spark(), parameters)
                        .orderBy(model.grain().stream().map(functions::col).toArray(Column[]::new))
                        .toLocalIterator();
    }

    /** Replaces the model's table in the lake, sorted by its key, on the night's branch. */
    public void replace(SqlModel model, Map<String, Object> parameters) {
        if (isLocal(model)) {
            LocalSql sql = exposed(model);
            sql.store(sql.run(model, parameters), night.lake());
        } else {
            LakeSession session = night.session();
            Dataset<Row> rows = model.run(session.spark(), parameters);
            session.replace(model.spec(rows.schema()), rows);
        }
    }

    private LocalSql exposed(SqlModel model) {
        LocalSql sql = local == null ? LocalSql.open(night.asOf().zone(), night.scratch()) : local;
        local = sql;
        sql.expose(night.lake(), model);
        return sql;
    }

    @Override
    public void close() {
        if (local != null) {
            local.close();
            local = null;
        }
    }
}
