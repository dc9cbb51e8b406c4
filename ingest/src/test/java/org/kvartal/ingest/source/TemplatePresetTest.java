package org.kvartal.ingest.source;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** The preset that docs/sources.md explains; a test of the command line runs it. */
class TemplatePresetTest {
    private static final Path TEMPLATE = Path.of("..", "docs", "sources", "template");

    @Test
    void isValid() {
        Problems problems = new Problems();
        Preset preset =
                PresetReader.read("template", TEMPLATE, new Surroundings(Map.of(), Path.of(""), Map.of()), problems);

        assertThat(problems.all()).isEmpty();
        assertThat(preset.extracts()).extracting(Extract::name).containsExactly("deal", "company", "reason");
        assertThat(preset.mappings()).containsOnlyKeys("accounts", "opportunities");
        preset.mappings()
                .values()
                .forEach(query -> assertThat(query.relations()).isSubsetOf("deal", "company", "reason"));
    }
}
