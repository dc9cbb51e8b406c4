package org.kvartal.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.identity.Given.accounts;
import static org.kvartal.ingest.identity.Given.decisions;
import static org.kvartal.ingest.identity.Given.suggested;

class SuggestionSearchTest {
    private static final List<MatchRule> NO_RULE = List.of();
    private static final List<MatchRule> BY_NAME = List.of(MatchRule.SAME_NAME);
    private static final List<Decision> NOTHING_DECIDED = List.of();

    private static final List<Row> ROWS = accounts(
            "crm:1 Acme Industries",
            "crm:2 Initech",
            "erp:1 Acme Industries Ltd",
            "erp:2 Industries Acme",
            "erp:3 Akme Industries");

    @Test
    void suggestsEqualReorderedAndMisspeltNamesAcrossSourcesAndInsideOne() {
        assertThat(suggested(ROWS, NO_RULE, NOTHING_DECIDED))
                .containsExactly(
                        "crm:1 erp:1 same-name",
                        "crm:1 erp:2 same-words",
                        "crm:1 erp:3 similar-words",
                        "erp:1 erp:2 same-words",
                        "erp:1 erp:3 similar-words",
                        "erp:2 erp:3 similar-words");
    }

    @Test
    void suggestsOnePairOfGroupsThatAreMergedAndNoneInsideAGroup() {
        assertThat(suggested(ROWS, BY_NAME, decisions("erp:2 same erp:3"))).containsExactly("crm:1 erp:2 same-words");
    }

    @Test
    void isSilentOnWhatIsDecided() {
        assertThat(suggested(
                        ROWS,
                        BY_NAME,
                        decisions("erp:3 different crm:1", "erp:2 different erp:1", "erp:2 different erp:3")))
                .isEmpty();
    }

    @Test
    void suggestsWhatARuleLeftAloneForItsContradictions() {
        List<Row> rows = accounts("crm:1 Acme", "erp:1 Acme", "erp:2 Acme Ltd");

        assertThat(suggested(rows, BY_NAME, NOTHING_DECIDED))
                .containsExactly("crm:1 erp:1 same-name", "erp:1 erp:2 same-name");
    }

    @Test
    void suggestsNothingForNamesWithoutLettersOrDigits() {
        assertThat(suggested(accounts("crm:1 ---", "erp:1 ---", "erp:2 ??"), BY_NAME, NOTHING_DECIDED))
                .isEmpty();
    }

    @Test
    void countsTheWordsThatTooManyNamesShareAndFindsTheMisspeltAllTheSame() {
        List<String> names = new ArrayList<>();
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second : "bdgkm".toCharArray()) {
                names.add("crm:" + first + second + " " + (first + "o" + second + "un").repeat(2) + " Industries");
            }
        }
        names.add("crm:1 Vandelay Industries");
        names.add("erp:1 Vandelai Industries");
        List<Row> rows = accounts(names.toArray(String[]::new));
        Merge merge = new Merge(rows, NO_RULE, NOTHING_DECIDED);
        SuggestionSearch search = new SuggestionSearch(rows, merge, NOTHING_DECIDED);

        assertThat(search.found())
                .extracting(suggestion -> suggestion.right().name())
                .contains("Vandelai Industries");
        assertThat(search.skippedBlocks()).isEqualTo(1);
        assertThat(search.largestSkippedBlock()).isEqualTo(132);
        assertThat(search.compared()).isLessThan(132 * 131 / 2);
    }

    @Test
    void comparesNamesOfNoReasonableLengthForEqualityAlone() {
        String longName = "Acme ".repeat(200_000);

        assertThat(suggested(
                        accounts("crm:1 " + longName + "x", "erp:1 " + longName + "x", "erp:2 " + longName + "y"),
                        NO_RULE,
                        NOTHING_DECIDED))
                .containsExactly("crm:1 erp:1 same-name");
    }
}
