package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the columns of a file, from its first record. Some connectors name a column twice: both have the spelling
 * of the first, and {@link FileRows} sees that they agree. Capital letters make no difference.
 */
final class FileHeader implements RecordReader {
    private static final int MOST_COLUMNS = 2_000;
    private static final Set<String> RESERVED =
            Set.of("_source_file", "_source_line", "_as_of", "_key_print", "_row_print");

    private final List<String> names = new ArrayList<>();
    private String defect = "";

    /** Names in the order of the file, without the blanks around them. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** What is wrong with the header, as the rest of a sentence. */
    Optional<String> defect() {
        return defect.isEmpty() ? Optional.empty() : Optional.of(defect);
    }

    @Override
    public void record(long line, String text, String[] fields) {
        if (text.indexOf('\uFFFD') >= 0) {
            defect = "the header is not in the declared encoding";
            return;
        }
        if (fields.length > MOST_COLUMNS) {
            defect = "the header has more than " + MOST_COLUMNS + " columns";
            return;
        }
        Map<String, String> firstSpelling = new HashMap<>();
        for (String field : fields) {
            String name = field.strip();
            names.add(firstSpelling.computeIfAbsent(name.toLowerCase(Locale.ROOT), unseen -> name));
            if (name.isEmpty() && defect.isEmpty()) {
                defect = "column " + names.size() + " of the header has no name";
            } else if (RESERVED.contains(name) && defect.isEmpty()) {
                defect = "the header has " + name + ", a name that raw tables need for themselves";
            }
        }
    }

    @Override
    public void broken(long line, String text, int field, String value, String rule, String reason) {
        defect = "column " + (field + 1) + " of the header " + reason;
    }

    @Override
    public void broken(long line, String text, String rule, String reason) {
        defect = "the header in line " + line + " " + reason;
    }
}
