package org.kvartal.forecast.run;

import java.util.List;
import java.util.Set;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code forecast}.
 *
 * @param horizonMonths months of bookings that are forecast
 * @param stages the open stages in the order in which deals go through them; empty to take the order that deals follow
 * @param skippableStages of these those that a deal may pass by
 */
public record ForecastSettings(int horizonMonths, List<String> stages, Set<String> skippableStages) {
    private static final int HALF_A_YEAR = 6;

    public ForecastSettings {
        stages = List.copyOf(stages);
        skippableStages = Set.copyOf(skippableStages);
    }

    public static ForecastSettings read(ConfigSection section) {
        List<String> stages = section.texts("stages", List.of());
        section.require(Set.copyOf(stages).size() == stages.size(), "stages", "must have every stage once");
        List<String> skippable = section.texts("skippable-stages", List.of());
        section.require(
                stages.containsAll(skippable), "skippable-stages", "must be chosen from forecast.stages: " + stages);
        boolean isValid = Set.copyOf(stages).size() == stages.size() && stages.containsAll(skippable);
        return new ForecastSettings(
                section.integerFrom(1, 36, "horizon-months", HALF_A_YEAR),
                isValid ? stages : List.of(),
                isValid ? Set.copyOf(skippable) : Set.of());
    }
}
