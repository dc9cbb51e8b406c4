package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names under which the columns of a source are delivered. A column is the declared one whose name or other
 * spelling it bears, whatever the capital letters, blanks and underscores: {@code AccountId} is {@code account_id}. A
 * column that is not declared keeps its name.
 */
final class ColumnNames {
    private final Map<String, String> declaredByFound = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    /** @param found the names in the source */
    ColumnNames(Extract extract, List<String> found) {
        for (String declared : extract.requiredColumns()) {
            boolean isMatched = declaredByFound.values().stream().anyMatch(declared::equalsIgnoreCase);
            if (!isMatched && !match(extract, declared, found)) {
                missing.add(declared);
            }
        }
        for (String declared : extract.columns().mayHave().keySet()) {
            match(extract, declared, found);
        }
    }

    private boolean match(Extract extract, String declared, List<String> found) {
        Optional<String> match = Stream.concat(Stream.of(declared), extract.columns().spellings(declared).stream())
                .flatMap(spelling -> best(spelling, found).stream())
                .findFirst();
        match.ifPresent(name -> declaredByFound.put(name, declared));
        return match.isPresent();
    }

    private Optional<String> best(String spelling, List<String> found) {
        List<String> free = found.stream()
                .filter(name -> !declaredByFound.containsKey(name))
                .toList();
        return free.stream()
                .filter(spelling::equals)
                .findFirst()
                .or(() -> free.stream()
                        .filter(name -> bare(name).equals(bare(spelling)))
                        .findFirst());
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "");
    }

    /** The declared name of a column of the source; empty for one that is not declared. */
    Optional<String> declared(String found) {
        return Optional.ofNullable(declaredByFound.get(found));
    }

    /** Required columns that the source lacks. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** Declared columns that the source lacks and need not have. */
    List<String> absent(Extract extract) {
        return extract.columns().mayHave().keySet().stream()
                .filter(column -> !declaredByFound.containsValue(column))
                .toList();
    }
}
