package org.kvartal.ingest.identity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Problems;

/** Reads the decisions of a project: CSV with the columns kind, left_id, right_id, decision and comment. */
final class DecisionFile {
    private static final List<String> COLUMNS = List.of("kind", "left_id", "right_id", "decision", "comment");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*:.+");

    /** A quote that is never closed would swallow the decisions below it. */
    private static final CsvReaderBuilder DIALECT = CsvReader.builder()
            .detectBomHeader(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    private final Path file;
    private final Problems problems;

    private DecisionFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Never fails: what is wrong goes to the problems, with its line and column. */
    static List<Decision> read(Path file, Problems problems) {
        return new DecisionFile(file, problems).read();
    }

    private List<Decision> read() {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = DIALECT.ofCsvRecord(file)) {
            reader.forEach(records::add);
        } catch (CsvParseException | UncheckedIOException | IOException unreadable) {
            refuse(
                    records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber() + 1,
                    "",
                    "",
                    "cannot be read: " + unreadable.getMessage());
            return List.of();
        }
        if (records.isEmpty() || !records.get(0).getFields().equals(COLUMNS)) {
            String header =
                    records.isEmpty() ? "" : String.join(",", records.get(0).getFields());
            refuse(1, "header", header, "must be " + String.join(",", COLUMNS));
            return List.of();
        }
        List<Decision> decisions =
                records.stream().skip(1).flatMap(this::decision).toList();
        refuseContradictions(decisions);
        return decisions;
    }

    private Stream<Decision> decision(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != COLUMNS.size()) {
            refuse(
                    line,
                    "",
                    "",
                    "must have " + COLUMNS.size() + " fields, as the header, but has " + row.getFieldCount());
            return Stream.empty();
        }
        Optional<Kind> kind = Kind.labelled(field(row, "kind"));
        Optional<Verdict> verdict = Stream.of(Verdict.values())
                .filter(known -> known.label().equals(field(row, "decision")))
                .findFirst();
        String left = field(row, "left_id");
        String right = field(row, "right_id");
        boolean valid = require(kind.isPresent(), row, "kind", "must be one of " + String.join(", ", Kind.labels()))
                        & require(
                                ID.matcher(left).matches(), row, "left_id", "must be an id with its source, as crm:17")
                        & require(
                                ID.matcher(right).matches(),
                                row,
                                "right_id",
                                "must be an id with its source, as crm:17")
                        & require(verdict.isPresent(), row, "decision", "must be same or different")
                && require(!left.equals(right), row, "right_id", "must be another id than left_id");
        return valid
                ? Stream.of(new Decision(
                        kind.orElseThrow(), left, right, verdict.orElseThrow(), file.getFileName() + ":" + line, line))
                : Stream.empty();
    }

    private static String field(CsvRecord row, String column) {
        return row.getField(COLUMNS.indexOf(column)).strip();
    }

    private boolean require(boolean holds, CsvRecord row, String column, String rule) {
        if (!holds) {
            refuse(row.getStartingLineNumber(), column, field(row, column), rule);
        }
        return holds;
    }

    /** Who is the same as a third one is the same as each other. */
    private void refuseContradictions(List<Decision> decisions) {
        for (Kind kind : Kind.values()) {
            List<Decision> ofKind = decisions.stream()
                    .filter(decision -> decision.kind() == kind)
                    .toList();
            Links same = Links.of(ofKind);
            ofKind.stream()
                    .filter(decision -> decision.verdict() == Verdict.DIFFERENT)
                    .filter(decision -> same.joined(decision.leftId(), decision.rightId()))
                    .forEach(decision -> refuse(
                            decision.line(),
                            "decision",
                            decision.verdict().label(),
                            "contradicts other lines, by which " + decision.leftId() + " and " + decision.rightId()
                                    + " are the same"));
        }
    }

    private void refuse(long line, String column, String value, String rule) {
        problems.add(new InvalidSetting(file.toString(), Math.toIntExact(line), column, value, rule));
    }
}
