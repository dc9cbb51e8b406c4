package org.kvartal.ingest.crm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.preset.PresetNight;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of the contracts, as files of the preset {@code files} beside a CRM that is a folder of such files too. */
class ContractNightTest {
    private static final AsOf AS_OF = new AsOf(LocalDate.parse("2026-12-31"), ZoneOffset.UTC);

    private static final String SOURCES = """
            sources:
              crm: { preset: files, folder: crm }
              inputs: { preset: files, folder: inputs }
            """;

    @TempDir
    static Path home;

    private static PresetNight night;

    static Stream<Contract> contracts() {
        return Contract.ALL.stream();
    }

    @BeforeAll
    static void loadTheExamples() throws IOException {
        Path crm = Files.createDirectories(home.resolve("crm"));
        Files.writeString(crm.resolve("products.csv"), "product_id,name\n112,Axe\n");
        Path inputs = Files.createDirectories(home.resolve("inputs"));
        for (Contract contract : Contract.ALL) {
            Files.writeString(
                    inputs.resolve(contract.table().name() + ".csv"),
                    String.join(",", contract.table().columnNames()) + "\n" + contract.example());
        }
        night = PresetNight.of(home, AS_OF, "EUR", SOURCES);
    }

    @AfterAll
    static void closeTheLake() {
        night.close();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void areLoadedWithoutAComplaint(Contract contract) {
        assertThat(night.rows(QualityTables.quarantineOf(contract.table()), "rule", "column", "value"))
                .isEmpty();
        assertThat(night.rows(contract.table().name(), contract.table().key().get(0)))
                .hasSameSizeAs(contract.example().lines().toList());
    }

    /** 1199 USD for twelve, 20 % tax included: 83.26 USD each, at 0.925. */
    @Test
    void bringPricesAsSeenToOneUnitWithoutTaxInTheProjectsCurrency() {
        assertThat(night.rows("competitor_prices", "price", "price_original", "currency", "tax_rate", "units_per_pack"))
                .isEqualTo(List.of("84.90||||", "79.90||||", "77.02|1199.00|USD|0.2|12.0"));
    }

    @Test
    void nameRowsOfTheirOwnSourceAndOfOthers() {
        assertThat(night.rows("competitor_products", "competitor_product_id", "competitor_id", "product_id"))
                .isEqualTo(List.of("inputs:R1-A|inputs:R1|crm:112", "inputs:R2-X|inputs:R2|crm:112"));
        assertThat(night.rows(QualityTables.FLAGS, "table", "column", "value")).isEmpty();
    }
}
