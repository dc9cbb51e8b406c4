package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code training}.
 *
 * @param programmes courses whose effect is measured; empty for all
 * @param cluster who was sent to training together
 * @param relevantPercent smallest relative change worth knowing of
 * @param refresherAt share of an effect that is left when it is time to train again
 * @param passScore least score that passes a checkpoint
 * @param costPerHour of a working hour for which a request is open, in the project's currency; empty when not known
 */
public record TrainingSettings(
        List<String> programmes,
        Cluster cluster,
        double relevantPercent,
        double refresherAt,
        double passScore,
        Optional<BigDecimal> costPerHour) {
    private static final double MOST_COST = 1e6;

    /** Persons whose good and bad times come together. */
    public enum Cluster {
        PERSON,
        TEAM
    }

    public TrainingSettings {
        programmes = List.copyOf(programmes);
    }

    public static TrainingSettings read(ConfigSection section) {
        return new TrainingSettings(
                section.texts("programmes", List.of()),
                section.has("cluster") ? section.oneOf("cluster", Cluster.class) : Cluster.PERSON,
                section.numberFrom(1, 90, "relevant-percent", 10),
                section.numberFrom(0.05, 0.95, "refresher-at", 0.5),
                section.numberFrom(0, 1, "pass-score", 0.6),
                section.has("cost-per-hour")
                        ? Optional.of(BigDecimal.valueOf(section.numberFrom(0, MOST_COST, "cost-per-hour")))
                        : Optional.empty());
    }
}
