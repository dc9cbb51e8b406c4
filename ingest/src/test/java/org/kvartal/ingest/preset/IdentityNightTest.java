package org.kvartal.ingest.preset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.identity.IdentityTables;
import org.kvartal.ingest.model.AsOf;

import static org.assertj.core.api.Assertions.assertThat;

/** Two folders of files that hold the same customers, taken through nights with and without rules and decisions. */
class IdentityNightTest {
    private static final AsOf NIGHT = new AsOf(LocalDate.parse("2024-06-30"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @BeforeEach
    void writeTheSources() {
        write("a/accounts.csv", """
                account_id,name
                1,Acme Industries
                2,Globex s.r.o.
                3,Plant 1
                """);
        write("b/accounts.csv", """
                account_id,name
                10,Acme Industries Inc.
                11,Akme Industries
                12,GLOBEX
                13,Plant 2
                """);
        write("a/products.csv", "product_id,name\nAXE,Splitting axe\n");
        write("b/products.csv", "product_id,name\nAXE,Log splitter\nSAW,Hand saw\n");
    }

    @Test
    void suggestsButMergesNothingUnlessToldTo() {
        try (PresetNight night = night("{}")) {
            assertThat(members(night))
                    .containsExactly(
                            "accounts|a:1|a:1||",
                            "accounts|a:2|a:2||",
                            "accounts|a:3|a:3||",
                            "accounts|b:10|b:10||",
                            "accounts|b:11|b:11||",
                            "accounts|b:12|b:12||",
                            "accounts|b:13|b:13||",
                            "products|a:AXE|a:AXE||",
                            "products|b:AXE|b:AXE||",
                            "products|b:SAW|b:SAW||");
            assertThat(night.rows(
                            IdentityTables.SUGGESTIONS,
                            IdentityTables.SUGGESTIONS.columnNames().toArray(String[]::new)))
                    .containsExactly(
                            "accounts|a:1|b:10|Acme Industries|Acme Industries Inc.|1.0|false|same-name",
                            "accounts|a:1|b:11|Acme Industries|Akme Industries|0.9642857142857143|false|similar-words",
                            "accounts|a:2|b:12|Globex s.r.o.|GLOBEX|1.0|false|same-name",
                            "accounts|b:10|b:11|Acme Industries Inc.|Akme Industries|0.9642857142857143|true"
                                    + "|similar-words");
        }
    }

    @Test
    void mergesByRuleAndByDecisionUntilTheyAreTakenBack() {
        write("identity.csv", """
                kind,left_id,right_id,decision,comment
                accounts,b:11,a:1,same,a slip of the pen
                accounts,a:2,b:12,different,a namesake
                accounts,b:99,a:3,different,no longer there
                """);
        try (PresetNight night = night("{ accounts: [same-name], products: [same-id], decisions: identity.csv }")) {
            assertThat(members(night))
                    .containsExactly(
                            "accounts|a:1|a:1||",
                            "accounts|a:2|a:2||",
                            "accounts|a:3|a:3||",
                            "accounts|b:10|a:1|same-name|acme industries",
                            "accounts|b:11|a:1|decision|identity.csv:2",
                            "accounts|b:12|b:12||",
                            "accounts|b:13|b:13||",
                            "products|a:AXE|a:AXE||",
                            "products|b:AXE|a:AXE|same-id|AXE",
                            "products|b:SAW|b:SAW||");
            assertThat(night.rows(IdentityTables.SUGGESTIONS, "left_id")).isEmpty();
            assertThat(night.rows(IdentityTables.DECISIONS, "left_id", "right_id", "decision", "place", "unknown_id"))
                    .containsExactly(
                            "a:2|b:12|different|identity.csv:3|",
                            "b:11|a:1|same|identity.csv:2|",
                            "b:99|a:3|different|identity.csv:4|b:99");
            assertThat(night.rows(IdentityTables.COUNTS, "kind", "row_count", "merged_count", "conflict_count"))
                    .containsExactly("accounts|7|2|2", "products|3|1|0");
            assertThat(night.rows("accounts", "account_id", "name")).contains("b:11|Akme Industries");
        }
        try (PresetNight later = night("{ accounts: [same-name] }")) {
            assertThat(merged(later))
                    .containsExactly(
                            "accounts|b:10|a:1|same-name|acme industries", "accounts|b:12|a:2|same-name|globex");
            assertThat(later.rows(IdentityTables.SUGGESTIONS, "left_id", "right_id"))
                    .containsExactly("a:1|b:11");
            assertThat(later.rows(IdentityTables.DECISIONS, "left_id")).isEmpty();
        }
        try (PresetNight last = night("{}")) {
            assertThat(merged(last)).isEmpty();
        }
    }

    /** A night in the same lake. */
    private PresetNight night(String identity) {
        return PresetNight.of(home, NIGHT, "EUR", """
                sources:
                  a: { preset: files, folder: a }
                  b: { preset: files, folder: b }
                identity: %s
                """.formatted(identity));
    }

    private static List<String> members(PresetNight night) {
        return night.rows(IdentityTables.MEMBERS, "kind", "id", "master_id", "rule", "evidence");
    }

    private static List<String> merged(PresetNight night) {
        return members(night).stream().filter(row -> !row.endsWith("||")).toList();
    }

    private void write(String name, String text) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
