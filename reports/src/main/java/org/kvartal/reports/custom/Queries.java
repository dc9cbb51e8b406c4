package org.kvartal.reports.custom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.section.Condition;

/** The files {@code *.sql} beside a section, each one query, answered once. */
final class Queries {
    private static final String SUFFIX = ".sql";
    private static final int MOST_ROWS = 200;
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)\\b");
    private static final Pattern COMMENT_BEFORE = Pattern.compile("(?m)\\A(\\s*--.*$)*\\s*");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern UNSTEADY = Pattern.compile(
            "(?i)\\b(now|today|random|uuid|gen_random_uuid|get_current_timestamp|get_current_time|getvariable)\\s*\\(|"
                    + "\\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\\b|\\bsample\\b");
    private static final Pattern ORDER = Pattern.compile("(?i)\\border\\s+by\\b");

    private final Path folder;
    private final Columns columns;
    private final ReportData data;
    private final Map<String, Query> answered = new HashMap<>();

    Queries(Path folder, Columns columns, ReportData data) {
        this.folder = folder;
        this.columns = columns;
        this.data = data;
    }

    Query named(String name) {
        Query known = answered.get(name);
        if (known == null) {
            known = answer(name);
            answered.put(name, known);
        }
        return known;
    }

    /** Reads the query's file, which must be one of those in the folder. */
    private Query answer(String name) {
        Path file = folder.resolve(name + SUFFIX);
        if (!names().contains(name)) {
            throw new IllegalArgumentException("there is no query " + name + "; the SQL files beside the section are "
                    + String.join(", ", names()));
        }
        String place = folder.getFileName() + "/" + file.getFileName();
        String sql = given(
                COMMENT_BEFORE.matcher(text(file)).replaceFirst("").strip().replaceFirst(";$", ""));
        Matcher unsteady = UNSTEADY.matcher(COMMENT.matcher(sql).replaceAll(""));
        if (unsteady.find()) {
            throw new InvalidSection(
                    place, "it asks for " + unsteady.group() + ", and the same night must print the same; use :as_of");
        }
        try {
            Query query = new Query(name, sql, data.answer(sql, MOST_ROWS), columns, data);
            if (query.answer().size() > 1 && !ORDER.matcher(sql).find()) {
                throw new InvalidSection(place, "it has several rows in no order; end it with \"order by\"");
            }
            return query;
        } catch (DataUnreadable e) {
            // The statement stands in the file; in a message it hides what is wrong with it.
            throw new InvalidSection(place, String.valueOf(e.getMessage()).replace(sql, name));
        }
    }

    /** Dates are the only parameters, and nobody outside can choose them: the statement holds their values. */
    private String given(String sql) {
        Map<String, String> values = Map.of(
                "as_of", Condition.literal(data.asOf()),
                "quarter_start", Condition.literal(data.quarter().firstDay()),
                "quarter_end", Condition.literal(data.quarter().lastDay()));
        return PARAMETER
                .matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
