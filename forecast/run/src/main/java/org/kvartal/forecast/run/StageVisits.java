package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.run.StageStays.Length;
import org.kvartal.forecast.stage.StageModel;
import org.kvartal.forecast.stage.StagePath;

/**
 * The stays of deals in stages, counted as they are read: of millions of deals few paths and lengths differ; see {@code
 * stages/stage_visits.sql}.
 */
final class StageVisits {
    private final Map<Path, Long> paths = new LinkedHashMap<>();
    private final Map<Stay, Long> stays = new LinkedHashMap<>();
    private final List<String> underWay = new ArrayList<>();
    private @Nullable String deal;
    private String outcome = "";

    private record Path(List<String> stages, String outcome) {}

    private record Stay(String stage, @Nullable String next, String ending, long days) {}

    /** The next stay, by deal and then in the order in which they were. */
    void add(Row visit) {
        String opportunity = visit.getAs("opportunity_id");
        if (!opportunity.equals(deal)) {
            endPath();
            deal = opportunity;
            outcome = visit.getAs("outcome");
        }
        String stage = visit.getAs("stage");
        underWay.add(stage);
        @Nullable Long days = visit.getAs("stay_days");
        if (days != null) {
            stays.merge(new Stay(stage, visit.getAs("next_stage"), visit.getAs("ending"), days), 1L, Long::sum);
        }
    }

    private void endPath() {
        if (!underWay.isEmpty()) {
            paths.merge(new Path(List.copyOf(underWay), outcome), 1L, Long::sum);
            underWay.clear();
        }
    }

    /** The ways that deals took, counted. */
    List<StagePath> paths() {
        endPath();
        return paths.entrySet().stream()
                .map(entry ->
                        new StagePath(entry.getKey().stages(), entry.getKey().outcome(), entry.getValue()))
                .toList();
    }

    /** The stays in each stage, in the order of the stages. */
    List<StageStays> stays(StageModel model) {
        Map<String, List<Length>> lengths = new TreeMap<>();
        stays.forEach((stay, count) -> lengths.computeIfAbsent(stay.stage(), stage -> new ArrayList<>())
                .add(new Length(stay.days(), exit(stay, model), count)));
        return lengths.entrySet().stream()
                .map(entry -> new StageStays(entry.getKey(), entry.getValue()))
                .sorted(StageStays.inOrderOf(model))
                .toList();
    }

    private static String exit(Stay stay, StageModel model) {
        @Nullable String next = stay.next();
        if (!stay.ending().equals("moved") || next == null) {
            return stay.ending();
        }
        return model.isForward(stay.stage(), next) ? "advance" : "back";
    }
}
