package org.kvartal.ingest.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Problems;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionFileTest {
    private static final String HEADER = "kind,left_id,right_id,decision,comment\n";

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void readsWhatWasDecidedAndWhere() throws IOException {
        assertThat(read("\uFEFF" + HEADER + """
                        accounts,crm:1,erp:A-7,same,"asked, by phone"
                        products, crm:1 , erp:2 ,different,
                        """))
                .containsExactly(
                        new Decision(Kind.ACCOUNTS, "crm:1", "erp:A-7", Verdict.SAME, "identity.csv:2", 2),
                        new Decision(Kind.PRODUCTS, "crm:1", "erp:2", Verdict.DIFFERENT, "identity.csv:3", 3));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void namesLineColumnAndValueOfEveryMistake() throws IOException {
        assertThat(read(HEADER + """
                account,crm:1,erp:2,same,
                accounts,1,erp:2,same,
                accounts,crm:1,crm:1,same,
                accounts,crm:1,erp:2,yes,
                accounts,crm:1,erp:2,same
                accounts,crm:5,erp:6,same,
                """)).hasSize(1);
        assertThat(messages())
                .containsExactly(
                        ":2: kind = account must be one of accounts, products",
                        ":3: left_id = 1 must be an id with its source, as crm:17",
                        ":4: right_id = crm:1 must be another id than left_id",
                        ":5: decision = yes must be same or different",
                        ":6: must have 5 fields, as the header, but has 4");
    }

    @Test
    void refusesDecisionsThatContradictOthersByWayOfAThirdRow() throws IOException {
        read(HEADER + """
                accounts,crm:1,erp:2,same,
                accounts,erp:2,web:3,same,
                accounts,web:3,crm:1,different,
                products,web:3,crm:1,different,
                """);

        assertThat(messages())
                .containsExactly(
                        ":4: decision = different contradicts other lines, by which web:3 and crm:1 are the" + " same");
    }

    @Test
    void refusesAnotherHeader() throws IOException {
        assertThat(read("kind;left_id;right_id;decision;comment\naccounts;crm:1;erp:2;same;\n"))
                .isEmpty();
        assertThat(messages())
                .containsExactly(":1: header = kind;left_id;right_id;decision;comment must be"
                        + " kind,left_id,right_id,decision,comment");
    }

    @Test
    void refusesAQuoteThatWouldSwallowTheDecisionsBelow() throws IOException {
        read(HEADER + """
                accounts,crm:1,erp:2,same,
                accounts,crm:3,erp:4,same,"open
                accounts,crm:5,erp:6,same,
                """);

        assertThat(messages()).singleElement().asString().startsWith(":3: cannot be read: Unclosed quoted field");
    }

    private List<Decision> read(String text) throws IOException {
        return DecisionFile.read(Files.writeString(folder.resolve("identity.csv"), text), problems);
    }

    /** Behind the name of the file. */
    private List<String> messages() {
        return problems.all().stream()
                .map(InvalidSetting::message)
                .map(message -> message.replace(folder.resolve("identity.csv").toString(), ""))
                .toList();
    }
}
