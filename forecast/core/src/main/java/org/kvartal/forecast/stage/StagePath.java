package org.kvartal.forecast.stage;

import java.util.List;

/**
 * The stages that deals went through, in order.
 *
 * @param stages open stages as they were entered, the same one again if it was entered again
 * @param outcome won, lost or open
 * @param count deals that went this way
 */
public record StagePath(List<String> stages, String outcome, long count) {
    public static final String WON = "won";

    public StagePath {
        stages = List.copyOf(stages);
    }

    boolean isWon() {
        return outcome.equals(WON);
    }
}
