package org.kvartal.ingest.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.identity.Given.accounts;
import static org.kvartal.ingest.identity.Given.decisions;
import static org.kvartal.ingest.identity.Given.merged;
import static org.kvartal.ingest.identity.MatchRule.SAME_ID;
import static org.kvartal.ingest.identity.MatchRule.SAME_NAME;

class MergeTest {
    private static final List<MatchRule> NO_RULE = List.of();
    private static final List<MatchRule> BY_NAME = List.of(SAME_NAME);
    private static final List<Decision> NOTHING_DECIDED = List.of();

    private static final List<Row> ACME_TWICE = accounts("crm:7 Acme GmbH", "erp:1 ACME", "erp:2 Initech");

    @Test
    void mergesNothingWithoutARule() {
        assertThat(merged(ACME_TWICE, NO_RULE, NOTHING_DECIDED)).isEmpty();
    }

    @Test
    void mergesEqualNamesOfTwoSourcesUnderTheRowOfTheFirstSource() {
        assertThat(merged(ACME_TWICE, BY_NAME, NOTHING_DECIDED)).containsExactly("erp:1 -> crm:7 by same-name: acme");
    }

    @Test
    void mergesEqualIdsOfTwoSources() {
        List<Row> rows = accounts("crm:4711 Acme", "erp:4711 Acme Industries", "erp:4712 Acme");

        assertThat(merged(rows, List.of(SAME_ID), NOTHING_DECIDED))
                .containsExactly("erp:4711 -> crm:4711 by same-id: 4711");
    }

    @Test
    void mergesWhoeverIsTheSameAsAThird() {
        List<Row> rows = accounts("crm:1 Acme", "erp:9 Acme", "web:9 Akme");

        assertThat(merged(rows, List.of(SAME_NAME, SAME_ID), NOTHING_DECIDED))
                .containsExactly("erp:9 -> crm:1 by same-name: acme", "web:9 -> crm:1 by same-id: 9");
    }

    @Test
    void leavesANameAloneThatASourceHasTwice() {
        List<Row> rows = accounts("crm:1 Acme", "erp:1 Acme", "erp:2 Acme Ltd", "crm:3 Initech", "erp:3 Initech");

        assertThat(merged(rows, BY_NAME, NOTHING_DECIDED)).containsExactly("erp:3 -> crm:3 by same-name: initech");
        assertThat(new Merge(rows, BY_NAME, NOTHING_DECIDED).conflicts()).isEqualTo(3);
    }

    @Test
    void takesRowsDecidedTheSameForOne() {
        List<Row> rows = accounts("crm:1 Acme", "erp:1 Acme", "erp:2 Acme Ltd");

        assertThat(merged(rows, BY_NAME, decisions("erp:1 same erp:2")))
                .containsExactly(
                        "erp:1 -> crm:1 by decision: identity.csv:2", "erp:2 -> crm:1 by decision: identity.csv:2");
    }

    @Test
    void mergesByDecisionWhatNoRuleFinds() {
        assertThat(merged(ACME_TWICE, NO_RULE, decisions("erp:2 same crm:7")))
                .containsExactly("erp:2 -> crm:7 by decision: identity.csv:2");
    }

    @Test
    void mergesByDecisionsThroughARowThatIsGone() {
        assertThat(merged(ACME_TWICE, NO_RULE, decisions("crm:7 same web:1", "web:1 same erp:2")))
                .containsExactly("erp:2 -> crm:7 by decision: identity.csv:3");
    }

    @Test
    void mergesNobodyOfAGroupInWhichTwoAreDecidedDifferent() {
        List<Row> rows = accounts("crm:1 Acme", "erp:1 Acme", "web:1 Acme", "erp:5 Initech", "web:5 Initech");

        assertThat(merged(rows, BY_NAME, decisions("web:1 different crm:1")))
                .containsExactly("web:5 -> erp:5 by same-name: initech");
    }

    @Test
    void undoesAMergeWithItsRuleOrDecision() {
        assertThat(merged(ACME_TWICE, BY_NAME, decisions("erp:2 same crm:7"))).hasSize(2);
        assertThat(merged(ACME_TWICE, NO_RULE, decisions("erp:2 same crm:7"))).hasSize(1);
        assertThat(merged(ACME_TWICE, NO_RULE, NOTHING_DECIDED)).isEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfRowsRulesAndDecisions() {
        List<Row> rows = new ArrayList<>(accounts(
                "crm:1 Acme",
                "crm:2 Initech",
                "erp:2 Acme Inc",
                "erp:3 Globex",
                "web:3 Globex Corp",
                "web:4 Hooli",
                "web:5 Hooli Ltd",
                "crm:4 Umbrella"));
        List<MatchRule> rules = new ArrayList<>(List.of(SAME_NAME, SAME_ID));
        List<Decision> decided =
                new ArrayList<>(decisions("web:4 same web:5", "web:3 same crm:4", "crm:2 different erp:2"));
        Map<String, List<String>> groups = groups(rows, rules, decided);

        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Collections.shuffle(rows, random);
            Collections.shuffle(rules, random);
            Collections.shuffle(decided, random);
            assertThat(groups(rows, rules, decided)).isEqualTo(groups);
        }
        // crm:1 and erp:2 share a name, but erp:2 shares its id with crm:2, which is decided to be another one.
        assertThat(groups)
                .containsOnly(
                        Map.entry("crm:4", List.of("crm:4", "erp:3", "web:3", "web:4", "web:5")),
                        Map.entry("crm:1", List.of("crm:1")),
                        Map.entry("crm:2", List.of("crm:2")),
                        Map.entry("erp:2", List.of("erp:2")));
    }

    /** The members of each group by their first one, in alphabetical order. */
    private static Map<String, List<String>> groups(List<Row> rows, List<MatchRule> rules, List<Decision> decisions) {
        Merge merge = new Merge(rows, rules, decisions);
        Map<String, List<String>> byMaster = new HashMap<>();
        rows.stream()
                .map(Row::id)
                .sorted()
                .forEach(id -> byMaster.computeIfAbsent(merge.master(id), master -> new ArrayList<>())
                        .add(id));
        Map<String, List<String>> groups = new HashMap<>();
        byMaster.values().forEach(members -> groups.put(members.get(0), members));
        return groups;
    }
}
