package org.kvartal.ingest.gate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code gates}: what a night must meet, and what follows when it does not.
 *
 * @param general rules of all tables; of freshness, of all sources
 * @param byTable rules of single tables, in place of the general ones
 * @param accepted what is let through, by the date of the night
 */
public record GateSettings(
        Map<Gate, GateRule> general,
        Map<String, Map<Gate, GateRule>> byTable,
        List<Reconciliation> reconciliations,
        Map<LocalDate, Set<Acceptance>> accepted) {
    private static final GateRule ROW_DROP = new GateRule(0.2, 10, Action.BLOCK, "");
    private static final GateRule QUARANTINE = new GateRule(0.01, 5, Action.BLOCK, "");
    private static final GateRule TOTALS = new GateRule(0, 0, Action.BLOCK, "");

    public GateSettings {
        general = Map.copyOf(general);
        byTable = Map.copyOf(byTable);
        reconciliations = List.copyOf(reconciliations);
        accepted = Map.copyOf(accepted);
    }

    /** What holds where nothing is configured. */
    public static GateSettings usual() {
        return new GateSettings(
                Map.of(Gate.ROW_DROP, ROW_DROP, Gate.QUARANTINE, QUARANTINE, Gate.MART_TOTALS, TOTALS),
                Map.of(),
                List.of(),
                Map.of());
    }

    /** @param sources names of those that are configured */
    public static GateSettings read(ConfigSection section, List<String> sources) {
        Map<Gate, GateRule> general = rules(section, usual().general());
        ConfigSection totals = section.section(Gate.MART_TOTALS.label());
        general.put(Gate.MART_TOTALS, new GateRule(0, 0, GateRule.action(totals, Action.BLOCK), ""));
        Map<String, Map<Gate, GateRule>> byTable = new HashMap<>();
        ConfigSection tables = section.section("tables");
        section.sections("tables").forEach((table, own) -> {
            tables.require(CrmTables.named(table).isPresent(), table, "must be a clean table");
            byTable.put(table, rules(own, general));
        });
        List<Reconciliation> reconciliations = section.sections("reconcile").entrySet().stream()
                .map(total -> Reconciliation.read(total.getKey(), total.getValue(), sources))
                .toList();
        return new GateSettings(general, byTable, reconciliations, accepted(section.section("accept")));
    }

    private static Map<Gate, GateRule> rules(ConfigSection section, Map<Gate, GateRule> usual) {
        Map<Gate, GateRule> rules = new EnumMap<>(Gate.class);
        for (Gate gate : List.of(Gate.ROW_DROP, Gate.QUARANTINE)) {
            rules.put(gate, usual.getOrDefault(gate, TOTALS).readShare(section.section(gate.label())));
        }
        if (section.has(Gate.FRESHNESS.label())) {
            rules.put(Gate.FRESHNESS, GateRule.readDays(section.section(Gate.FRESHNESS.label())));
        }
        return rules;
    }

    private static Map<LocalDate, Set<Acceptance>> accepted(ConfigSection section) {
        Map<LocalDate, Set<Acceptance>> accepted = new TreeMap<>();
        for (String day : section.keys()) {
            for (String text : section.oneOrMore(day)) {
                try {
                    accepted.computeIfAbsent(LocalDate.parse(day), first -> new HashSet<>())
                            .add(Acceptance.parse(text));
                } catch (DateTimeException noDate) {
                    section.require(false, day, "must stand under the as-of date of a night, as 2026-05-22");
                } catch (IllegalArgumentException invalid) {
                    section.require(false, day, String.valueOf(invalid.getMessage()));
                }
            }
        }
        return accepted;
    }

    /** The same settings, which let more through on a night. */
    public GateSettings accepting(LocalDate night, List<Acceptance> more) {
        Map<LocalDate, Set<Acceptance>> all = new HashMap<>(accepted);
        Set<Acceptance> ofNight = new HashSet<>(all.getOrDefault(night, Set.of()));
        ofNight.addAll(more);
        all.put(night, ofNight);
        return new GateSettings(general, byTable, reconciliations, all);
    }

    /** All that is let through, as text in a fixed order. */
    public List<String> acceptances() {
        return accepted.entrySet().stream()
                .flatMap(night -> night.getValue().stream().map(accepted -> night.getKey() + " " + accepted))
                .sorted()
                .toList();
    }

    /** How a gate judges a table; empty where it does not. Freshness of tables that nothing is said of is their source's. */
    Optional<GateRule> rule(Gate gate, String table) {
        Map<Gate, GateRule> own = byTable.getOrDefault(table, Map.of());
        return Optional.ofNullable(own.containsKey(gate) ? own.get(gate) : general.get(gate))
                .filter(GateRule::isJudged);
    }

    /** Whether a table has a rule of its own. */
    boolean hasOwn(Gate gate, String table) {
        return byTable.getOrDefault(table, Map.of()).containsKey(gate);
    }

    /** What follows when a gate fails for a table. */
    Verdict failed(Gate gate, String table, LocalDate night, Action then) {
        return accepted.getOrDefault(night, Set.of()).contains(new Acceptance(gate, table))
                ? Verdict.ACCEPTED
                : then.verdict();
    }

    /** Totals that a source is asked for. */
    public List<Reconciliation> reconciliations(String source) {
        return reconciliations.stream()
                .filter(total -> total.source().equals(source))
                .toList();
    }
}
