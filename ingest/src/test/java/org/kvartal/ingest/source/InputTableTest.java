package org.kvartal.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InputTableTest {
    @TempDir
    private Path folder;

    @Test
    void twoColumnsOfAWantedNameAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), "id,y,Y\na,1,2\n");

        assertThatThrownBy(() -> InputTable.of(file, Map.of(), List.of("id", "y"), List.of())
                        .read(row -> {}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it has two columns for y; keep or rename one");
    }
}
