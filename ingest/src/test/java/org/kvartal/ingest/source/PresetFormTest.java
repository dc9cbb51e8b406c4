package org.kvartal.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

class PresetFormTest {
    @TempDir
    Path presets;

    private Path preset(String text) throws IOException {
        Path folder = Files.createDirectories(presets.resolve("erp"));
        Files.writeString(folder.resolve("source.yaml"), text);
        return folder;
    }

    @Test
    void tellsHowASourceIsReached() throws IOException {
        preset("""
                kind: jdbc
                example-url: jdbc:mariadb://localhost:3306/erp
                extract: { orders: { table: orders, key: [id] } }
                """);

        assertThat(PresetForm.find("erp", new PresetFolders(List.of(presets))))
                .contains(new PresetForm("erp", SourceKind.JDBC, "jdbc:mariadb://localhost:3306/erp"));
    }

    @Test
    void isNoneOfAPresetThatThereIsNot() {
        assertThat(PresetForm.find("erp", new PresetFolders(List.of(presets)))).isEmpty();
    }

    @Test
    void hasNoExampleThatAConfigurationWouldRefuse() throws IOException {
        Path folder = preset("""
                kind: jdbc
                example-url: jdbc:oracle:thin:@localhost
                extract: { orders: { table: orders, key: [id] } }
                """);
        Problems problems = new Problems();

        PresetReader.read("erp", folder, new Surroundings(Map.of(), presets, Map.of()), problems);

        assertThat(problems.all())
                .extracting(InvalidSetting::message)
                .singleElement()
                .asString()
                .contains("source.yaml:2: example-url = jdbc:oracle:thin:@localhost must be jdbc:h2:file:PATH");
    }
}
