package org.kvartal.forecast.run;

import java.time.ZoneId;
import org.kvartal.forecast.run.adoption.AdoptionSettings;
import org.kvartal.ingest.settings.ConfigSection;

/** What a project sets for the areas that a night looks into, each in a section of its own. */
public record AreaSettings(
        ServiceSettings service, TrainingSettings training, PriceSettings prices, AdoptionSettings adoption) {

    /** @param zone the project's, for calendars that name none */
    public static AreaSettings read(ConfigSection root, ZoneId zone) {
        return new AreaSettings(
                ServiceSettings.read(root.section("service"), zone),
                TrainingSettings.read(root.section("training")),
                PriceSettings.read(root.section("prices")),
                AdoptionSettings.read(root.section("adoption")));
    }
}
