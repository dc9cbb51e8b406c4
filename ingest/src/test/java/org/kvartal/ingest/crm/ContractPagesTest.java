package org.kvartal.ingest.crm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContractPagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "contracts");

    static Stream<Contract> contracts() {
        return Contract.ALL.stream();
    }

    @Test
    void areThoseOfTheDeclarations() throws IOException {
        Map<String, String> pages = ContractPages.all();
        if (Boolean.getBoolean("kvartal.rewrite")) {
            write(pages);
        }

        assertThat(committed())
                .as("docs/contracts; to write it from the declarations: " + ContractPages.REWRITE)
                .containsExactlyInAnyOrderElementsOf(pages.keySet());
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(FOLDER.resolve(page.getKey()))
                    .as("docs/contracts/" + page.getKey() + "; to write it from the declarations: "
                            + ContractPages.REWRITE)
                    .hasContent(page.getValue());
        }
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String stale : committed()) {
            Files.delete(FOLDER.resolve(stale));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static List<String> committed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void showRowsThatHaveEveryColumn(Contract contract) {
        assertThat(contract.example().lines())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.split(",", -1))
                        .hasSameSizeAs(contract.table().columns()));
    }
}
