package org.kvartal.ingest.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code identity} of conf/kvartal.yaml. Without it nothing is merged, and candidates are suggested.
 *
 * @param rules by the kind of row, in the order in which they are declared
 */
public record IdentitySettings(Map<Kind, Set<MatchRule>> rules, List<Decision> decisions) {
    /** No rule and no decision. */
    public static final IdentitySettings NONE = new IdentitySettings(Map.of(), List.of());

    public IdentitySettings {
        rules = Map.copyOf(rules);
        decisions = List.copyOf(decisions);
    }

    public static IdentitySettings read(ConfigSection section) {
        Map<Kind, Set<MatchRule>> rules = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            rules.put(kind, rules(section, kind.label()));
        }
        return new IdentitySettings(rules, section.has("decisions") ? decisions(section) : List.of());
    }

    private static List<Decision> decisions(ConfigSection section) {
        Path file = section.existingFile("decisions");
        return Files.isRegularFile(file)
                ? DecisionFile.read(file, section.file().problems())
                : List.of();
    }

    Set<MatchRule> rulesOf(Kind kind) {
        return rules.getOrDefault(kind, Set.of());
    }

    List<Decision> decisionsOn(Kind kind) {
        return decisions.stream().filter(decision -> decision.kind() == kind).toList();
    }

    private static Set<MatchRule> rules(ConfigSection section, String key) {
        List<String> known =
                Arrays.stream(MatchRule.values()).map(MatchRule::label).toList();
        Set<MatchRule> rules = new LinkedHashSet<>();
        for (String label : section.texts(key, List.of())) {
            section.require(known.contains(label), key, "must be a list of " + String.join(", ", known));
            Arrays.stream(MatchRule.values())
                    .filter(rule -> rule.label().equals(label))
                    .forEach(rules::add);
        }
        return rules;
    }
}
