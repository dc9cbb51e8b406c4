package org.kvartal.ingest.preset;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.identity.IdentityTables;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;

/** Odoo and SuiteCRM in one project: two databases, one lake, one table of rates. */
class TwoCrmsTest {
    private static final AsOf NIGHT = new AsOf(LocalDate.of(2024, 12, 31), ZoneOffset.UTC);

    @TempDir
    private Path home;

    @Test
    void bringsBothUnderTheirOwnIdsAndSuggestsAccountsThatMayBeOne() throws SQLException, IOException {
        OdooPresetTest.create("odoo_beside", "schema.sql", "modules.sql", "data.sql", "modules-data.sql");
        MariaDbFixture suite =
                MariaDbFixture.of("suite_beside", "suitecrm-7.md", "suitecrm-7/schema.sql", "suitecrm-7/data.sql");
        suite.change("update accounts set name = 'Betta' where id = 'acc-d'");
        String sources = OdooPresetTest.source("odoo_beside")
                + suite.sources(home, "suitecrm-7", "currency: USD").replaceFirst("sources:\n", "");

        try (PresetNight night = PresetNight.of(home, NIGHT, "EUR", sources)) {
            assertThat(night.rows("opportunities", "opportunity_id"))
                    .anyMatch(id -> id.startsWith("odoo:"))
                    .anyMatch(id -> id.startsWith("crm:"));
            assertThat(night.rows(CrmTables.EXCHANGE_RATES, "currency"))
                    .as("currencies with rates")
                    .contains("USD");
            assertThat(night.rows(QualityTables.FILTERS, "table", "source", "rule"))
                    .contains("exchange_rates|crm|known-from-other-source");
            assertThat(night.rows(IdentityTables.SUGGESTIONS, "kind", "left_name", "right_name"))
                    .contains("accounts|Beta a.s.|Beta", "accounts|Beta a.s.|Betta");
            assertThat(night.rows(IdentityTables.MEMBERS, "id", "master_id"))
                    .as("nothing is merged that was not declared")
                    .allMatch(member -> member.split("\\|")[0].equals(member.split("\\|")[1]));
        }
    }
}
