package org.kvartal.jobs;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

class StoredConfigTest {
    @TempDir
    Path folder;

    @Test
    void findsThePresetsBesideTheFileThatItWasReadFrom() {
        TinyProject.in(folder);
        KvartalConfig config = read(folder.resolve("conf/kvartal.yaml"));
        config.store();

        KvartalConfig stored = read(KvartalConfig.storedIn(config.output()));

        assertThat(stored.sources()).isEqualTo(config.sources());
        assertThat(stored.fingerprint()).isEqualTo(config.fingerprint());
    }

    private static KvartalConfig read(Path file) {
        return KvartalConfig.read(file, new Surroundings(Map.of(), Path.of(""), Map.of()));
    }
}
