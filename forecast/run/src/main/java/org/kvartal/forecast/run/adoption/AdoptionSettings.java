package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code adoption}.
 *
 * @param uses functions that count as use; empty for all but those that only open the door, as a login
 * @param minimumGroup fewest persons of a group that has figures
 * @param plannedUses uses of a function that one person is planned to make in a week
 * @param entryQuota companies that one person is to enter in a month; 0 for none
 * @param interventions what was done, besides trainings, to make people use the CRM
 */
public record AdoptionSettings(
        Set<String> uses,
        int minimumGroup,
        Map<String, Double> plannedUses,
        int entryQuota,
        List<Intervention> interventions) {
    /** No smaller group may ever be shown. */
    static final int LEAST_GROUP = 3;

    private static final int USUAL_GROUP = 5;
    private static final int LARGEST_GROUP = 100;
    private static final int MOST_USES = 1000;
    private static final int MOST_ENTRIES = 10_000;
    private static final Set<String> NO_USE = Set.of("login", "logout", "view", "open", "search");

    /** @param teams whom it reached; empty for everyone */
    public record Intervention(String name, LocalDate on, List<String> teams) {
        public Intervention {
            teams = List.copyOf(teams);
        }
    }

    public AdoptionSettings {
        uses = Set.copyOf(uses);
        plannedUses = Map.copyOf(plannedUses);
        interventions = List.copyOf(interventions);
    }

    /** What holds when nothing is configured. */
    public static AdoptionSettings usual() {
        return new AdoptionSettings(Set.of(), USUAL_GROUP, Map.of(), 0, List.of());
    }

    public static AdoptionSettings read(ConfigSection section) {
        ConfigSection plan = section.section("planned-uses-a-week");
        Map<String, Double> planned = new TreeMap<>();
        plan.keys().forEach(function -> planned.put(function, plan.numberFrom(0, MOST_USES, function)));
        List<Intervention> interventions = new ArrayList<>();
        section.sections("interventions")
                .forEach((name, one) ->
                        interventions.add(new Intervention(name, one.date("on"), one.texts("teams", List.of()))));
        return new AdoptionSettings(
                Set.copyOf(section.texts("uses", List.of())),
                section.integerFrom(LEAST_GROUP, LARGEST_GROUP, "minimum-group", USUAL_GROUP),
                planned,
                section.integerFrom(0, MOST_ENTRIES, "entry-quota", 0),
                interventions);
    }

    /** Whether a function counts as use. A report's name may follow the function, as in {@code report:Open deals}. */
    boolean isUse(String function) {
        return uses.isEmpty()
                ? !NO_USE.contains(function)
                : uses.contains(function) || uses.contains(function.split(":", 2)[0]);
    }
}
