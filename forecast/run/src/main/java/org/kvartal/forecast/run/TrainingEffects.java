package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.kvartal.forecast.run.adoption.AdoptionSettings;
import org.kvartal.forecast.tables.TrainingTables;
import org.kvartal.forecast.training.Cascade;
import org.kvartal.forecast.training.Checkpoint;
import org.kvartal.forecast.training.Enrolment;
import org.kvartal.forecast.training.OutcomeCell;
import org.kvartal.forecast.training.OutcomePanel;
import org.kvartal.forecast.training.Programme;
import org.kvartal.forecast.training.SkillCurve;
import org.kvartal.forecast.training.TrainerEffects;
import org.kvartal.forecast.training.TrainingMeasurement;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.forecast.training.TrainingVerdicts;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.AsOf;

/** Measures what courses changed, and keeps their register: who passed what, and who trained whom. */
final class TrainingEffects {
    private static final long SEED = 1;

    private final TrainingSettings settings;
    private final AdoptionSettings adoption;

    /** @param adoption says what counts as use, and how many persons the smallest group with figures has */
    TrainingEffects(TrainingSettings settings, AdoptionSettings adoption) {
        this.settings = settings;
        this.adoption = adoption;
    }

    void run(Night night) {
        Lake lake = night.lake();
        AsOf asOf = night.asOf();
        List<Enrolment> enrolments = Enrolments.read(lake);
        Map<String, String> teams = teams(lake);
        List<Programme> programmes = Programme.of(enrolments, asOf.date());
        Map<TrainingOutcome, List<OutcomeCell>> cells =
                programmes.isEmpty() ? Map.of() : new OutcomeCells(night, adoption).read(attendants(enrolments));
        TrainingRows rows = new TrainingRows(settings, adoption.minimumGroup(), teams, asOf.date());
        RegisterRows register = new RegisterRows(teams);
        for (Programme programme : programmes) {
            if (settings.programmes().isEmpty() || settings.programmes().contains(programme.name())) {
                rows.add(programme, measured(programme, cells, teams));
            }
        }
        for (Programme programme : programmes) {
            List<Enrolment> own = enrolments.stream()
                    .filter(one -> one.programme().equals(programme.name()))
                    .toList();
            List<OutcomeCell> handling = cells.getOrDefault(TrainingOutcome.HANDLING_TIME, List.of());
            Cascade cascade = Cascade.of(own, asOf.date());
            register.add(programme, cascade, new TrainerEffects(handling, programme).by(cascade.trainerOf()));
            register.add(programme, new SkillCurve(handling, adoption.minimumGroup(), SEED).points(programme, own));
        }
        Checkpoint.of(enrolments, settings.passScore(), asOf.date()).forEach(register::add);
        lake.replace(TrainingTables.TRAINING_VERDICTS, rows.verdicts());
        lake.replace(TrainingTables.TRAINING_EFFECTS, rows.effects());
        register.write(lake);
    }

    private TrainingVerdicts measured(
            Programme programme, Map<TrainingOutcome, List<OutcomeCell>> cells, Map<String, String> teams) {
        Map<String, String> clusters = settings.cluster() == TrainingSettings.Cluster.TEAM ? teams : Map.of();
        Map<TrainingOutcome, TrainingMeasurement> measurements = new EnumMap<>(TrainingOutcome.class);
        cells.forEach((outcome, ofOutcome) -> {
            OutcomePanel panel = OutcomePanel.of(ofOutcome, programme, clusters);
            if (panel.hasTrained()) {
                measurements.put(outcome, TrainingMeasurement.of(panel, SEED));
            }
        });
        return new TrainingVerdicts(measurements);
    }

    private static Set<String> attendants(List<Enrolment> enrolments) {
        return enrolments.stream()
                .filter(Enrolment::isAttended)
                .map(Enrolment::person)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> teams(Lake lake) {
        Map<String, String> teams = new HashMap<>();
        List<Record> users = new ArrayList<>(lake.rows(CrmTables.USERS));
        users.removeIf(user -> Objects.isNull(user.getField("team_id")));
        users.forEach(user -> teams.put(
                user.getField("user_id").toString(), user.getField("team_id").toString()));
        return teams;
    }
}
