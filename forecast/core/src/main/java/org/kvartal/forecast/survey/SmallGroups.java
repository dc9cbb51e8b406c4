package org.kvartal.forecast.survey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which groups must not be shown, because a reader could tell what single persons answered.
 *
 * <p>Hidden is every group of fewer persons than the minimum. Where the total is shown, what is hidden can be had by
 * subtraction of the groups that are shown: while the hidden ones together are fewer than the minimum, or a single group, the
 * next smallest is hidden too. A group that nobody answered in is hidden as the others: it tells that nobody did. Source of
 * the rule: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4, secondary suppression.
 */
public final class SmallGroups {
    private SmallGroups() {}

    /**
     * Groups of a total that is shown.
     *
     * @param persons those who answered, by group
     * @param minimum fewest persons of a group that may be shown
     */
    public static Set<String> hidden(Map<String, Long> persons, long minimum) {
        List<Map.Entry<String, Long>> bySize = persons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
        Set<String> hidden = new TreeSet<>();
        long covered = 0;
        for (Map.Entry<String, Long> group : bySize) {
            boolean isSmall = group.getValue() < minimum;
            boolean betrays = !hidden.isEmpty() && (covered < minimum || hidden.size() == 1);
            if (isSmall || betrays) {
                hidden.add(group.getKey());
                covered += group.getValue();
            }
        }
        return Set.copyOf(hidden);
    }
}
