package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.forecast.tables.TrainingTables;
import org.kvartal.forecast.training.Cascade;
import org.kvartal.forecast.training.Checkpoint;
import org.kvartal.forecast.training.Programme;
import org.kvartal.forecast.training.SkillCurve;
import org.kvartal.forecast.training.TrainerEffects.TrainerEffect;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeRow;

/** Rows on who passed what, and who trained whom. */
final class RegisterRows {
    private final Map<String, String> teams;
    private final List<Object[]> checkpoints = new ArrayList<>();
    private final List<Object[]> skills = new ArrayList<>();
    private final List<Object[]> cascade = new ArrayList<>();

    RegisterRows(Map<String, String> teams) {
        this.teams = teams;
    }

    void add(Checkpoint one) {
        checkpoints.add(new LakeRow(TrainingTables.TRAINING_CHECKPOINTS)
                .with("programme", one.programme())
                .with("topic", one.topic())
                .with("user_id", one.person())
                .with("team_id", teams.get(one.person()))
                .with("state", one.state().label())
                .with("due_on", one.dueOn())
                .with("session_count", (long) one.sessions())
                .with("score", one.score())
                .values());
    }

    void add(Programme programme, List<SkillCurve.Point> points) {
        for (SkillCurve.Point one : points) {
            LakeRow row = new LakeRow(TrainingTables.TRAINING_SKILLS)
                    .with("programme", programme.name())
                    .with("topic", one.topic())
                    .with("months_since", one.monthsSince())
                    .with("person_count", (long) one.persons())
                    .with("handled_count", one.handled());
            one.cohort().ifPresent(month -> row.with("cohort_month", month));
            one.typicalHours().ifPresent(hours -> row.with("typical_hours", hours));
            one.score()
                    .ifPresent(score -> row.with("score_mean", score.value())
                            .with("score_low", score.low())
                            .with("score_high", score.high()));
            skills.add(row.values());
        }
    }

    void add(Programme programme, Cascade tree, Map<String, TrainerEffect> effects) {
        for (Cascade.Member one : tree.members()) {
            LakeRow row = new LakeRow(TrainingTables.TRAINING_CASCADE)
                    .with("programme", programme.name())
                    .with("user_id", one.person())
                    .with("trainer_id", one.trainer())
                    .with("training_id", one.training())
                    .with("trained_on", one.trainedOn())
                    .with("depth", (long) one.depth())
                    .with("direct_count", (long) one.direct())
                    .with("reach_count", (long) one.reach());
            if (effects.containsKey(one.person())) {
                TrainerEffect effect = effects.get(one.person());
                row.with("estimate", effect.estimate())
                        .with("standard_error", effect.standardError())
                        .with("shrunk", effect.shrunk())
                        .with("shrunk_low", effect.interval().low())
                        .with("shrunk_high", effect.interval().high());
            }
            cascade.add(row.values());
        }
    }

    void write(Lake lake) {
        lake.replace(TrainingTables.TRAINING_CHECKPOINTS, checkpoints.stream());
        lake.replace(TrainingTables.TRAINING_SKILLS, skills.stream());
        lake.replace(TrainingTables.TRAINING_CASCADE, cascade.stream());
    }
}
