package org.kvartal.ingest.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a SQL model: the comment lines before the first line of SQL.
 * <pre>
 *   -- What a row is. What would surprise a reader.
 *   --
 *   -- grain:   month, owner_id
 *   -- inputs:  crm.opportunities
 *   -- drill:   crm.opportunities by close_month = month, owner_id where s.outcome = 'won'
 *   -- columns:
 *   --   month       first day of the month
 *   --   owner_id    [users] owner
 *   --   won_count   [opportunities] opportunities won, on as many
 *   --               lines as it takes
 * </pre>
 * Only the drill may be left out.
 */
final class SqlHeaderReader {
    private static final Pattern COLUMN = Pattern.compile("(\\w+)\\s*(?:\\[([^\\]]+)\\])?\\s*(.*)");

    private enum Part {
        DESCRIPTION,
        GRAIN,
        INPUTS,
        DRILL,
        COLUMNS;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Line(int number, String text) {
        int indent() {
            return text.length() - text.stripLeading().length();
        }
    }

    private final String origin;
    private final Map<Part, List<Line>> parts = new EnumMap<>(Part.class);
    private int end = 1;

    private SqlHeaderReader(String origin) {
        this.origin = origin;
        for (Part part : Part.values()) {
            parts.put(part, new ArrayList<>());
        }
    }

    static SqlHeader read(SqlQuery query) {
        SqlHeaderReader reader = new SqlHeaderReader(query.origin());
        reader.split(query.text());
        return reader.header();
    }

    private void split(String text) {
        Part part = Part.DESCRIPTION;
        for (String line : text.lines().takeWhile(line -> line.startsWith("--")).toList()) {
            String comment = line.substring(2);
            for (Part next : List.of(Part.GRAIN, Part.INPUTS, Part.DRILL, Part.COLUMNS)) {
                if (comment.strip().startsWith(next.label() + ":")) {
                    part = next;
                    comment = comment.strip().substring(next.label().length() + 1);
                }
            }
            if (!comment.isBlank()) {
                parts.get(part).add(new Line(end, comment));
            }
            end++;
        }
    }

    private SqlHeader header() {
        for (Part part : Part.values()) {
            if (part != Part.DRILL && parts.get(part).isEmpty()) {
                throw invalid(end, "the header has no " + part.label());
            }
        }
        List<HeaderColumn> columns = columns();
        List<String> names = columns.stream().map(HeaderColumn::name).toList();
        for (String name : names(Part.GRAIN)) {
            if (!names.contains(name)) {
                throw invalid(
                        parts.get(Part.GRAIN).get(0).number(), "the grain names " + name + ", which is no column");
            }
        }
        return new SqlHeader(
                prose(parts.get(Part.DESCRIPTION)), names(Part.GRAIN), names(Part.INPUTS), drill(names), columns);
    }

    private @Nullable Drill drill(List<String> columns) {
        List<Line> lines = parts.get(Part.DRILL);
        if (lines.isEmpty()) {
            return null;
        }
        int number = lines.get(0).number();
        Drill drill = Drill.parse(prose(lines))
                .orElseThrow(() -> invalid(
                        number,
                        "the drill must read <table> by <column>, … where <condition>, not '" + prose(lines) + "'"));
        for (Drill.Key key : drill.keys()) {
            if (!columns.contains(key.column())) {
                throw invalid(number, "the drill names " + key.column() + ", which is no column");
            }
        }
        return drill;
    }

    private List<HeaderColumn> columns() {
        List<Line> lines = parts.get(Part.COLUMNS);
        int nameIndent = lines.get(0).indent();
        List<HeaderColumn> columns = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= lines.size(); to++) {
            if (to == lines.size() || lines.get(to).indent() <= nameIndent) {
                columns.add(column(lines.subList(from, to)));
                from = to;
            }
        }
        return columns;
    }

    private HeaderColumn column(List<Line> lines) {
        int number = lines.get(0).number();
        Matcher matcher = COLUMN.matcher(prose(lines));
        if (!matcher.matches()) {
            throw invalid(
                    number,
                    "a column begins with its name, not with '"
                            + lines.get(0).text().strip() + "'");
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        HeaderColumn column = new HeaderColumn(matcher.group(1), unit, matcher.group(3));
        if (column.description().isBlank()) {
            throw invalid(number, "column " + column.name() + " has no description");
        }
        if (column.isId() && column.namedTable().isEmpty()) {
            throw invalid(number, "column " + column.name() + " must say which clean table it names, as [users]");
        }
        return column;
    }

    private List<String> names(Part part) {
        return Arrays.stream(prose(parts.get(part)).split(","))
                .map(String::strip)
                .toList();
    }

    private static String prose(List<Line> lines) {
        return lines.stream().map(line -> line.text().strip()).collect(Collectors.joining(" "));
    }

    private IllegalArgumentException invalid(int line, String problem) {
        return new IllegalArgumentException("Invalid SQL model " + origin + ":" + line + ": " + problem);
    }
}
