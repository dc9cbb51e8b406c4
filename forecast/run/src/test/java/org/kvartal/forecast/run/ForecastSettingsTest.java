package org.kvartal.forecast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ForecastSettingsTest {
    @TempDir
    Path folder;

    @Test
    void takesTheOrderThatDealsFollowUnlessOneIsDeclared() throws IOException {
        assertThat(read(file("{}"))).isEqualTo(new ForecastSettings(6, List.of(), Set.of()));
        assertThat(read(file("forecast: { stages: [Lead, Offer, Talks], skippable-stages: [Offer] }")))
                .isEqualTo(new ForecastSettings(6, List.of("Lead", "Offer", "Talks"), Set.of("Offer")));
    }

    @Test
    void refusesAnOrderThatIsNone() throws IOException {
        ConfigFile file = file("forecast: { stages: [Lead, Lead], skippable-stages: [Offer] }");
        read(file);

        assertThat(file.problems().all())
                .extracting(InvalidSetting::key, InvalidSetting::rule)
                .containsExactly(
                        tuple("forecast.stages", "must have every stage once"),
                        tuple("forecast.skippable-stages", "must be chosen from forecast.stages: [Lead, Lead]"));
    }

    private static ForecastSettings read(ConfigFile file) {
        return ForecastSettings.read(file.root().section("forecast"));
    }

    private ConfigFile file(String text) throws IOException {
        Path config = Files.writeString(folder.resolve("kvartal.yaml"), text + "\n");
        return ConfigFile.read(config, new Surroundings(Map.of(), folder, Map.of()));
    }
}
