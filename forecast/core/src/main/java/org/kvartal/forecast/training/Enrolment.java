package org.kvartal.forecast.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person on the list of a session.
 *
 * @param programme the course
 * @param topic what is taught, a checkpoint of the course; the course itself where nothing is said
 * @param trainer who teaches; null when not recorded
 * @param status attended, missed, or anything else as long as nothing is recorded
 * @param score result of the final check, 0 to 1; null without one
 */
public record Enrolment(
        String training,
        String programme,
        String topic,
        LocalDate heldOn,
        @Nullable String trainer,
        String person,
        String status,
        @Nullable Double score) {
    public boolean isAttended() {
        return status.equals("attended");
    }

    boolean isMissed() {
        return status.equals("missed");
    }
}
