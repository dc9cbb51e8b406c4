package org.kvartal.ingest.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTest {
    /** From the folder of the module, where tests run. */
    private static final Path SHIPPED = Path.of("..", "conf", "quality.yaml");

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void readsTheRulesThatKvartalComesWith() {
        Rules rules = read(SHIPPED);

        assertThat(problems.all()).isEmpty();
        assertThat(rules.all())
                .contains(new Rule(
                        "closed-before-created",
                        "opportunities",
                        "closed_at",
                        Severity.QUARANTINE,
                        "closed_at < created_at",
                        "An opportunity cannot close before it was created; mend one of the two dates."));
        assertThat(rules.all())
                .extracting(rule -> rule.name() + " " + rule.table() + " " + rule.column())
                .doesNotHaveDuplicates();
        assertThat(rules.all()).noneMatch(rule -> rule.fails().contains("{column}"));
        assertThat(rules.all()).allMatch(rule -> rule.because().endsWith("."));
    }

    @Test
    void givesATableItsOwnRulesInTheOrderOfTheFile() throws IOException {
        Rules rules = read(file("""
                rules:
                  b: { table: orders, column: amount, severity: error, fails: amount < 0, because: No. }
                  c: { table: quotes, column: amount, severity: error, fails: amount < 0, because: No. }
                  a: { table: orders, column: status, severity: warning, fails: status is null, because: No. }
                """));

        assertThat(problems.all()).isEmpty();
        assertThat(rules.of(CrmTables.ORDERS)).extracting(Rule::name).containsExactly("b", "a");
        assertThat(rules.of(CrmTables.LEADS)).isEmpty();
    }

    @Test
    void writesARuleForSeveralColumnsOnce() throws IOException {
        Rules rules = read(file("""
                rules:
                  negative:
                    columns: { orders: amount, quotes: [amount, list_amount] }
                    severity: error
                    fails: "{column} < 0"
                    because: No.
                """));

        assertThat(problems.all()).isEmpty();
        assertThat(rules.all())
                .containsExactly(
                        new Rule("negative", "orders", "amount", Severity.ERROR, "amount < 0", "No."),
                        new Rule("negative", "quotes", "amount", Severity.ERROR, "amount < 0", "No."),
                        new Rule("negative", "quotes", "list_amount", Severity.ERROR, "list_amount < 0", "No."));
    }

    @Test
    void findsAColumnThatATableOfARuleLacks() throws IOException {
        Path file = file("""
                rules:
                  negative:
                    columns:
                      plan: [amount]
                      competitors: [amount]
                    severity: error
                    fails: "{column} < 0"
                    because: No.
                """);
        read(file);

        assertThat(problems.all())
                .extracting(InvalidSetting::message)
                .containsExactly(
                        file + ":4: rules.negative.columns.plan must be a clean table",
                        file + ":5: rules.negative.columns.competitors must be a column of competitors:"
                                + " [competitor_id, name]");
    }

    @Test
    void findsEveryMistakeWithItsLine() throws IOException {
        Path file = file("""
                rules:
                  no-such-table: { table: oportunities, column: amount, severity: error, fails: "1 = 1", because: No. }
                  no-such-column:
                    table: competitors
                    column: amount
                    severity: error
                    fails: amount < 0
                    because: No.
                  no-such-severity:
                    table: plans
                    column: amount
                    severity: fatal
                    fails: amount < 0
                    becuase: Misspelt.
                """);
        read(file);

        assertThat(problems.all())
                .extracting(InvalidSetting::message)
                .containsExactly(
                        file + ":2: rules.no-such-table.table = oportunities must be a clean table",
                        file + ":5: rules.no-such-column.column = amount must be a column of competitors:"
                                + " [competitor_id, name]",
                        file + ":9: rules.no-such-severity.because must be given",
                        file + ":12: rules.no-such-severity.severity = fatal must be one of quarantine, error, warning",
                        file + ":14: rules.no-such-severity.becuase is not a known key; did you mean because?");
    }

    @Test
    void saysWhereAnAbsentFileWasExpected() {
        Path absent = folder.resolve("absent.yaml");

        assertThat(read(absent).all()).isEmpty();
        assertThat(problems.all())
                .extracting(InvalidSetting::message)
                .containsExactly(absent + ": must be a file that exists");
    }

    private Rules read(Path file) {
        return Rules.read(file, new Surroundings(Map.of(), folder, Map.of()), problems);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("quality.yaml"), text);
    }
}
