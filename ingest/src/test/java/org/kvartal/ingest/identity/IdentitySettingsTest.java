package org.kvartal.ingest.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class IdentitySettingsTest {
    @TempDir
    Path folder;

    @Test
    void mergesNothingUnlessItIsDeclared() throws IOException {
        IdentitySettings settings = IdentitySettings.read(file("{}").root().section("identity"));

        assertThat(settings.rulesOf(Kind.ACCOUNTS)).isEmpty();
        assertThat(settings.rulesOf(Kind.PRODUCTS)).isEmpty();
        assertThat(settings.decisions()).isEmpty();
    }

    @Test
    void readsRulesAndDecisions() throws IOException {
        Files.writeString(
                folder.resolve("identity.csv"), "kind,left_id,right_id,decision,comment\nproducts,crm:1,erp:2,same,\n");
        IdentitySettings settings = IdentitySettings.read(
                file("identity: { accounts: [same-name], products: [same-id, same-name], decisions: identity.csv }")
                        .root()
                        .section("identity"));

        assertThat(settings.rulesOf(Kind.ACCOUNTS)).containsExactly(MatchRule.SAME_NAME);
        assertThat(settings.rulesOf(Kind.PRODUCTS)).containsExactly(MatchRule.SAME_ID, MatchRule.SAME_NAME);
        assertThat(settings.decisionsOn(Kind.ACCOUNTS)).isEmpty();
        assertThat(settings.decisionsOn(Kind.PRODUCTS))
                .extracting(Decision::rightId)
                .containsExactly("erp:2");
    }

    @Test
    void namesRulesAndFilesThatDoNotExist() throws IOException {
        ConfigFile file = file("identity: { accounts: [same-nmae], decisions: absent.csv }");
        IdentitySettings.read(file.root().section("identity"));

        assertThat(file.problems().all())
                .extracting(InvalidSetting::key, InvalidSetting::rule)
                .containsExactly(
                        tuple("identity.accounts", "must be a list of same-name, same-id"),
                        tuple(
                                "identity.decisions",
                                "must be a file that exists; there is none at " + folder.resolve("absent.csv")));
    }

    private ConfigFile file(String text) throws IOException {
        Path config = Files.writeString(folder.resolve("kvartal.yaml"), text + "\n");
        return ConfigFile.read(config, new Surroundings(Map.of(), folder, Map.of()));
    }
}
