package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/**
 * Reads answers to a survey, one row for everyone who was asked.
 *
 * @param group empty: everyone is in one group; likewise cluster and respondent: every row is one of its own
 * @param questions columns of answers with their scales
 */
record SurveyFile(Path file, String group, String cluster, String respondent, Map<String, SurveyScale> questions) {
    SurveyFile {
        questions = Map.copyOf(questions);
    }

    /** A row: who was asked, and what was answered by question. */
    record Asked(String group, String cluster, String respondent, Map<String, Double> answers) {}

    List<Asked> read() {
        Set<String> columns = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(group, cluster, respondent),
                        questions.keySet().stream().sorted())
                .filter(column -> !column.isEmpty())
                .forEach(columns::add);
        List<Asked> asked = new ArrayList<>();
        InputTable.of(file, Map.of(), List.copyOf(columns), List.of()).read(row -> asked.add(asked(row)));
        if (asked.isEmpty()) {
            throw new InvalidInput("Cannot read " + file + ": it has no rows");
        }
        return asked;
    }

    private Asked asked(InputRow row) {
        Map<String, Double> answers = new HashMap<>();
        questions.forEach((question, scale) -> {
            OptionalDouble answer = scale.answer(row, question);
            if (answer.isPresent()) {
                answers.put(question, answer.getAsDouble());
            }
        });
        return new Asked(name(row, group, ""), own(row, cluster), own(row, respondent), Map.copyOf(answers));
    }

    private static String name(InputRow row, String column, String otherwise) {
        return column.isEmpty() ? otherwise : row.requiredText(column);
    }

    private static String own(InputRow row, String column) {
        return name(row, column, Long.toString(row.line()));
    }
}
