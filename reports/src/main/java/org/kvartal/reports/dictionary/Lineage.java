package org.kvartal.reports.dictionary;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kvartal.forecast.tables.ForecastSources;
import org.kvartal.forecast.tables.ForecastSources.Making;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.SqlModel;
import org.kvartal.reports.mart.Marts;

/**
 * Which published tables a table is made of. Marts tell it in their headers, forecast tables by the step that makes them,
 * history and quarantine by the clean table that they belong to.
 */
public final class Lineage {
    private static final String CLEAN = "crm.";

    /** What was published the night before stands for the tables that it was read from. */
    private static final Map<String, String> PREVIOUS = Map.of(
            "previous.opportunities", CrmTables.OPPORTUNITIES.qualifiedName(),
            "previous.quarter_outlook", ForecastTables.QUARTER_OUTLOOK.qualifiedName(),
            "previous.restated_bookings", Marts.OPPORTUNITIES_AS_OF.qualifiedName());

    private final Map<String, SortedSet<String>> inputs = new TreeMap<>();

    private Lineage() {}

    static Lineage of(Collection<TableSpec> tables) {
        Lineage lineage = new Lineage();
        tables.forEach(table ->
                lineage.inputs.put(table.qualifiedName(), new TreeSet<>(declared(table.namespace(), table.name()))));
        return lineage;
    }

    /** Of any published table by its name, whatever columns the night has given it. */
    public static Lineage ofNames(Collection<String> qualifiedNames) {
        Lineage lineage = new Lineage();
        qualifiedNames.forEach(table -> {
            int point = table.indexOf('.');
            lineage.inputs.put(table, new TreeSet<>(declared(table.substring(0, point), table.substring(point + 1))));
        });
        return lineage;
    }

    private static List<String> declared(String namespace, String name) {
        String qualifiedName = namespace + "." + name;
        return switch (namespace) {
            case "mart" ->
                model(qualifiedName).map(SqlModel::inputs).orElse(List.of()).stream()
                        .map(input -> PREVIOUS.getOrDefault(input, input))
                        .toList();
            case "forecast" ->
                ForecastSources.of(qualifiedName).map(Making::inputs).orElse(List.of());
            case "history", "quarantine" -> List.of(CLEAN + name);
            case "identity" -> List.of(CrmTables.ACCOUNTS.qualifiedName(), CrmTables.PRODUCTS.qualifiedName());
            default -> List.of();
        };
    }

    static Optional<SqlModel> model(TableSpec table) {
        return model(table.qualifiedName());
    }

    private static Optional<SqlModel> model(String qualifiedName) {
        return Marts.all().stream()
                .filter(mart -> mart.qualifiedName().equals(qualifiedName))
                .findFirst();
    }

    /** The tables that it is made of. */
    List<String> inputs(String table) {
        return List.copyOf(inputs.getOrDefault(table, new TreeSet<>()));
    }

    /** The tables made of it. */
    List<String> users(String table) {
        return inputs.keySet().stream()
                .filter(user -> inputs.get(user).contains(table))
                .toList();
    }

    /** The clean tables that it rests on, itself if it is one, however many tables lie between. */
    SortedSet<String> cleanTables(String table) {
        SortedSet<String> clean = behind(table);
        clean.removeIf(name -> !name.startsWith(CLEAN));
        return clean;
    }

    /** The table itself and all that it rests on, however many tables lie between. */
    public SortedSet<String> behind(String table) {
        SortedSet<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(table));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(inputs(next));
            }
        }
        return seen;
    }
}
