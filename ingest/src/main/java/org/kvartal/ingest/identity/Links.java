package org.kvartal.ingest.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids joined into groups: whoever is joined to a third one is joined to each other. The order of joining does not matter:
 * the first id of a group in the order of text stands for it.
 */
final class Links {
    private final Map<String, String> parents = new HashMap<>();

    /** The ids which decisions call the same. */
    static Links of(Collection<Decision> decisions) {
        Links links = new Links();
        decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.SAME)
                .forEach(decision -> links.join(decision.ids()));
        return links;
    }

    /** Joins all of these to one group. */
    void join(List<String> ids) {
        for (String id : ids) {
            String one = group(ids.get(0));
            String other = group(id);
            String first = one.compareTo(other) <= 0 ? one : other;
            parents.put(one, first);
            parents.put(other, first);
        }
    }

    boolean joined(String left, String right) {
        return group(left).equals(group(right));
    }

    /** The id that stands for the group of this one; itself when it is joined to nobody. */
    String group(String id) {
        String root = id;
        while (!parent(root).equals(root)) {
            root = parent(root);
        }
        for (String step = id; !step.equals(root); ) {
            String next = parent(step);
            parents.put(step, root);
            step = next;
        }
        return root;
    }

    private String parent(String id) {
        return parents.getOrDefault(id, id);
    }
}
