package org.kvartal.ingest.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses SQL whose result depends on anything but its tables and parameters: clocks, chance, the session. */
final class Purity {
    private static final Pattern IMPURE = Pattern.compile(
            "\\b(current_\\w+|curdate|localtimestamp|(now|rand|randn|random|uuid|monotonically_increasing_id)\\s*\\("
                    + "|unix_timestamp\\s*\\(\\s*\\))",
            Pattern.CASE_INSENSITIVE);

    private Purity() {}

    static void verify(SqlQuery query) {
        List<String> lines = query.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = IMPURE.matcher(lines.get(i).replaceFirst("--.*", ""));
            if (matcher.find()) {
                throw new IllegalArgumentException("Invalid SQL model " + query.origin() + ":" + (i + 1) + ": "
                        + matcher.group(1).replaceAll("[\\s()]", "")
                        + " gives another result tomorrow; take a parameter, as :as_of");
            }
        }
    }
}
