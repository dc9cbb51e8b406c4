package org.kvartal.ingest.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Rows and decisions, as tests write them. */
final class Given {
    private Given() {}

    /** Accounts, each as {@code crm:1 Acme Industries}; the order is that of precedence. */
    static List<Row> accounts(String... rows) {
        return Arrays.stream(rows)
                .map(row -> row.split(" ", 2))
                .map(row ->
                        new Row(row[0], row[0].substring(0, row[0].indexOf(':')), row[1], Kind.ACCOUNTS.words(row[1])))
                .toList();
    }

    /** Each as {@code crm:1 same erp:2}. */
    static List<Decision> decisions(String... lines) {
        List<Decision> decisions = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            Verdict verdict = words[1].equals("same") ? Verdict.SAME : Verdict.DIFFERENT;
            int number = decisions.size() + 2;
            decisions.add(new Decision(Kind.ACCOUNTS, words[0], words[2], verdict, "identity.csv:" + number, number));
        }
        return decisions;
    }

    /** The rows for which another one stands, each as {@code erp:2 -> crm:1 by same-name: acme}. */
    static List<String> merged(List<Row> rows, Collection<MatchRule> rules, List<Decision> decisions) {
        Merge merge = new Merge(rows, rules, decisions);
        return rows.stream()
                .filter(merge::isMerged)
                .map(row -> row.id() + " -> " + merge.master(row.id()) + " by "
                        + merge.ground(row).rule() + ": " + merge.ground(row).evidence())
                .toList();
    }

    /** Each as {@code crm:1 erp:2 similar-words}, in alphabetical order. */
    static List<String> suggested(List<Row> rows, Collection<MatchRule> rules, List<Decision> decisions) {
        Merge merge = new Merge(rows, rules, decisions);
        return new SuggestionSearch(rows, merge, decisions)
                .found().stream()
                        .map(suggestion -> suggestion.left().id() + " "
                                + suggestion.right().id() + " " + suggestion.reason())
                        .sorted()
                        .toList();
    }
}
