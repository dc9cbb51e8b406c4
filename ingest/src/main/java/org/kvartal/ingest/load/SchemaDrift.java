package org.kvartal.ingest.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceProblem;
import org.kvartal.ingest.source.UnreadableSource;

/**
 * What a source no longer has, or has in less detail, than on the night before. Columns that are new, or hold more than
 * before, are taken without a word.
 */
public final class SchemaDrift {
    private static final Map<TypeID, Set<TypeID>> WIDER = Map.of(
            TypeID.LONG, Set.of(TypeID.DOUBLE, TypeID.DECIMAL, TypeID.STRING),
            TypeID.DOUBLE, Set.of(TypeID.STRING),
            TypeID.DECIMAL, Set.of(TypeID.STRING),
            TypeID.DATE, Set.of(TypeID.TIMESTAMP, TypeID.STRING),
            TypeID.TIMESTAMP, Set.of(TypeID.STRING),
            TypeID.BOOLEAN, Set.of(TypeID.LONG, TypeID.STRING));

    private final Lake lake;
    private final String source;

    public SchemaDrift(Lake lake, String source) {
        this.lake = lake;
        this.source = source;
    }

    /** What keeps the night from going on: also what cannot be read, as {@link Source#check} finds it. */
    public List<SourceProblem> of(Source opened) {
        List<SourceProblem> problems = new ArrayList<>();
        for (Extract extract : opened.extracts()) {
            try {
                TableSpec now = RawTables.of(
                        source, extract.name(), opened.describe(extract).columns());
                compare(extract.name(), lake.storedColumns(now), now, problems);
            } catch (UnreadableSource unreadable) {
                problems.add(unreadable.problem());
            }
        }
        Set<String> present = opened.extracts().stream().map(Extract::name).collect(Collectors.toSet());
        extractsOfLastNight().stream()
                .filter(extract -> !present.contains(extract))
                .forEach(extract -> problems.add(problem(extract, "it is gone, and was there before")));
        return problems;
    }

    /** What went before the last night has been accepted by then, and is not missed again. */
    private List<String> extractsOfLastNight() {
        Map<LocalDate, List<String>> byNight =
                lake.rows(QualityTables.EXTRACTIONS, Expressions.equal("source", source)).stream()
                        .collect(Collectors.groupingBy(
                                receipt -> (LocalDate) receipt.getField("night"),
                                Collectors.mapping(
                                        receipt -> (String) receipt.getField("extract"), Collectors.toList())));
        return byNight.isEmpty() ? List.of() : byNight.get(Collections.max(byNight.keySet()));
    }

    private void compare(String extract, Map<String, Type> before, TableSpec now, List<SourceProblem> problems) {
        Map<String, Type> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        now.columns().forEach(column -> types.put(column.name(), column.type().icebergType()));
        before.forEach((column, type) -> {
            @Nullable Type newType = types.get(column);
            if (newType == null) {
                problems.add(problem(extract, "column " + column + " is gone or renamed since the night before"));
            } else if (!holds(newType, type)) {
                problems.add(
                        problem(extract, "column " + column + " was " + named(type) + " and is now " + named(newType)));
            }
        });
    }

    private static boolean holds(Type now, Type before) {
        if (now.equals(before)) {
            return true;
        }
        if (now instanceof Types.DecimalType wide && before instanceof Types.DecimalType narrow) {
            return wide.scale() >= narrow.scale();
        }
        return WIDER.getOrDefault(before.typeId(), Set.of()).contains(now.typeId());
    }

    private static String named(Type type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private SourceProblem problem(String extract, String what) {
        return new SourceProblem(
                source,
                extract,
                what + "; mend the source, or take it as it is with sources." + source + ".schema: accept");
    }
}
