package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.run.StageStays.Length;
import org.kvartal.forecast.stage.Conformance;
import org.kvartal.forecast.stage.StageModel;
import org.kvartal.forecast.stage.StagePath;
import org.kvartal.forecast.tables.PipelineTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.SqlModel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

/** Measures how deals go through their stages: how long, by which way out, and whether in the declared order. */
final class StageMeasurement {
    private static final SqlModel VISITS =
            SqlModel.ofResource("forecast", StageMeasurement.class.getClassLoader(), "stages/stage_visits.sql");

    private final List<String> declared;
    private final Set<String> skippable;

    /**
     * @param declared the stages in their order; empty to take the order that deals follow
     * @param skippable of the declared those that deals may pass by
     */
    StageMeasurement(List<String> declared, Set<String> skippable) {
        this.declared = List.copyOf(declared);
        this.skippable = Set.copyOf(skippable);
    }

    void run(LakeSession session, AsOf asOf) {
        Dataset<Row> visits = VISITS.run(session.spark(), Map.of("as_of", asOf.date(), "as_of_end", asOf.end()))
                .persist();
        List<StagePath> paths = paths(visits);
        StageModel model = declared.isEmpty() ? StageModel.observed(paths) : new StageModel(declared, skippable);
        List<StageStays> stays = stays(visits, model);
        visits.unpersist();
        Lake lake = session.lake();
        lake.replace(PipelineTables.STAGE_MODEL, modelRows(model, paths));
        lake.replace(PipelineTables.STAGE_VELOCITY, stays.stream().flatMap(one -> one.rows().stream()));
        lake.replace(PipelineTables.STAGE_CONFORMANCE, conformanceRows(model, paths));
    }

    private static List<StagePath> paths(Dataset<Row> visits) {
        return visits
                .groupBy("opportunity_id", "outcome")
                .agg(sort_array(collect_list(struct("visit", "stage"))).as("visits"))
                .select(col("visits.stage").as("stages"), col("outcome"))
                .groupBy("stages", "outcome")
                .count()
                .collectAsList()
                .stream()
                .map(row -> new StagePath(row.getList(0), row.getString(1), row.getLong(2)))
                .toList();
    }

    private static List<StageStays> stays(Dataset<Row> visits, StageModel model) {
        Map<String, List<Length>> lengths = new TreeMap<>();
        visits.where(col("stay_days").isNotNull())
                .groupBy("stage", "next_stage", "ending", "stay_days")
                .count()
                .collectAsList()
                .forEach(row -> lengths.computeIfAbsent(row.getString(0), stage -> new ArrayList<>())
                        .add(new Length(row.getLong(3), exit(row, model), row.getLong(4))));
        return lengths.entrySet().stream()
                .map(entry -> new StageStays(entry.getKey(), entry.getValue()))
                .sorted(StageStays.inOrderOf(model))
                .toList();
    }

    private static String exit(Row row, StageModel model) {
        String ending = row.getAs("ending");
        if (!ending.equals("moved")) {
            return ending;
        }
        return model.isForward(row.getAs("stage"), row.getAs("next_stage")) ? "advance" : "back";
    }

    private Stream<Object[]> modelRows(StageModel model, List<StagePath> paths) {
        return model.stages().stream().map(stage -> new Object[] {
            stage,
            model.position(stage) + 1L,
            model.skippable().contains(stage),
            declared.isEmpty() ? "observed" : "declared",
            paths.stream()
                    .filter(path -> path.stages().contains(stage))
                    .mapToLong(StagePath::count)
                    .sum()
        });
    }

    private static Stream<Object[]> conformanceRows(StageModel model, List<StagePath> paths) {
        long checked = paths.stream().mapToLong(StagePath::count).sum();
        return Conformance.count(paths, model).stream().map(counted -> new Object[] {
            counted.violation().kind().name().toLowerCase(Locale.ROOT),
            counted.violation().stage(),
            counted.times(),
            counted.deals(),
            checked
        });
    }
}
