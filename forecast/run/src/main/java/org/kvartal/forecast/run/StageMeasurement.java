package org.kvartal.forecast.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.kvartal.forecast.stage.Conformance;
import org.kvartal.forecast.stage.StageModel;
import org.kvartal.forecast.stage.StagePath;
import org.kvartal.forecast.tables.PipelineTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

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

    void run(Night night) {
        StageVisits visits = new StageVisits();
        try (ModelRuns models = ModelRuns.of(night)) {
            models.iterator(VISITS, night.asOf().parameters()).forEachRemaining(visits::add);
        }
        List<StagePath> paths = visits.paths();
        StageModel model = declared.isEmpty() ? StageModel.observed(paths) : new StageModel(declared, skippable);
        Lake lake = night.lake();
        lake.replace(PipelineTables.STAGE_MODEL, modelRows(model, paths));
        lake.replace(PipelineTables.STAGE_VELOCITY, visits.stays(model).stream().flatMap(one -> one.rows().stream()));
        lake.replace(PipelineTables.STAGE_CONFORMANCE, conformanceRows(model, paths));
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
