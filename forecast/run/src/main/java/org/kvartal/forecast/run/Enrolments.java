package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.training.Enrolment;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/** Who is on the lists of training sessions. */
final class Enrolments {
    private Enrolments() {}

    /** Of sessions that are known. */
    static List<Enrolment> read(Lake lake) {
        Map<String, Record> sessions = new HashMap<>();
        lake.rows(CrmTables.TRAININGS)
                .forEach(session -> sessions.put(session.getField("training_id").toString(), session));
        List<Enrolment> enrolments = new ArrayList<>();
        for (Record row : lake.rows(CrmTables.TRAINING_ATTENDANCE)) {
            Record session = sessions.get(row.getField("training_id").toString());
            if (session != null) {
                enrolments.add(enrolment(row, session));
            }
        }
        return enrolments;
    }

    private static Enrolment enrolment(Record row, Record session) {
        String programme = session.getField("programme").toString();
        return new Enrolment(
                row.getField("training_id").toString(),
                programme,
                Objects.requireNonNullElse(text(session, "topic"), programme),
                (LocalDate) session.getField("held_on"),
                text(session, "trainer_id"),
                row.getField("user_id").toString(),
                Objects.requireNonNullElse(text(row, "status"), ""),
                (Double) row.getField("score"));
    }

    private static @Nullable String text(Record row, String column) {
        Object value = row.getField(column);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
