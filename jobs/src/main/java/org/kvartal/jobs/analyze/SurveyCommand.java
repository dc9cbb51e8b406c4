package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.survey.NetPromoterScore;
import org.kvartal.forecast.survey.Range;
import org.kvartal.forecast.survey.Share;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kvartal analyze survey}: what the answers of some say about all that were asked. */
@Command(
        name = "survey",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Estimates a score from the answers to a survey, with its interval, and the share of those who answered.",
            "",
            "--input: one row per person asked; an empty answer is none.",
            "--out: group, measure, estimate, lo95, hi95, n, note. Measures: response-rate; nps and nps-adjusted (answers 0 to"
                    + " 10; three answers added, for few of them); csat and csat-exact (answers 1 to 5, the share of 4 and 5;"
                    + " Wilson, and Clopper and Pearson). Groups with fewer answers than --least are not shown."
        })
public final class SurveyCommand implements Callable<Integer> {
    private static final double LEVEL = 0.95;
    private static final int CONTENT = 4;

    @Option(names = "--input", paramLabel = "FILE", required = true, description = "One row per person asked.")
    private Path input;

    @Option(names = "--answer", paramLabel = "COLUMN", required = true, description = "The answer, a whole number.")
    private String answer;

    @Option(names = "--scale", paramLabel = "nps|csat", required = true, description = "0 to 10, or 1 to 5.")
    private String scale;

    @Option(names = "--group", paramLabel = "COLUMN", description = "What to tell apart, as a team or a quarter.")
    private @Nullable String group;

    @Option(
            names = "--least",
            paramLabel = "NUMBER",
            defaultValue = "30",
            description = "Answers that a group must have to be shown (default: ${DEFAULT-VALUE}).")
    private int least;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The table described above.")
    private Path out;

    /** Answers of a group, and how many were asked. */
    private static final class Answers {
        private final List<Integer> given = new ArrayList<>();
        private long asked;
    }

    @Override
    public Integer call() {
        if (!scale.equals("nps") && !scale.equals("csat")) {
            throw new InvalidUse("Invalid --scale %s: it must be nps or csat".formatted(scale));
        }
        Map<String, Answers> groups = new TreeMap<>();
        List<String> columns = group == null ? List.of(answer) : List.of(answer, group);
        InputTable.of(input, Map.of(), columns, List.of()).read(row -> read(row, groups));
        if (groups.isEmpty()) {
            throw new InvalidInput("Cannot read " + input + ": it has no rows");
        }
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((name, answers) -> add(name, answers, rows));
        OutputTable.write(out, List.of("group", "measure", "estimate", "lo95", "hi95", "n", "note"), rows);
        return ExitCode.DONE.number();
    }

    private void read(InputRow row, Map<String, Answers> groups) {
        Answers answers = groups.computeIfAbsent(group == null ? "" : row.requiredText(group), name -> new Answers());
        answers.asked++;
        int lowest = scale.equals("nps") ? 0 : 1;
        int highest = scale.equals("nps") ? 10 : 5;
        Optional<BigDecimal> number = row.number(answer);
        number.ifPresent(value -> {
            boolean isWhole = value.stripTrailingZeros().scale() <= 0;
            if (!isWhole || value.intValue() < lowest || value.intValue() > highest) {
                row.refuse(answer, "must be a whole number from %d to %d".formatted(lowest, highest));
            } else {
                answers.given.add(value.intValue());
            }
        });
    }

    private void add(String name, Answers answers, List<List<String>> rows) {
        Share rate = new Share(answers.given.size(), answers.asked);
        rows.add(row(name, "response-rate", rate.estimate(), rate.wilson(LEVEL), answers.asked));
        int n = answers.given.size();
        if (n < Math.max(1, least)) {
            rows.add(List.of(
                    name,
                    scale,
                    "",
                    "",
                    "",
                    Integer.toString(n),
                    "too few answers; %d would be enough".formatted(least)));
        } else if (scale.equals("nps")) {
            NetPromoterScore score = NetPromoterScore.NONE;
            for (int one : answers.given) {
                score = score.and(one);
            }
            rows.add(row(name, "nps", score.estimate(), score.interval(LEVEL), n));
            rows.add(row(name, "nps-adjusted", score.adjustedEstimate(), score.adjustedInterval(LEVEL), n));
        } else {
            Share content = new Share(
                    answers.given.stream().filter(one -> one >= CONTENT).count(), n);
            rows.add(row(name, "csat", content.estimate(), content.wilson(LEVEL), n));
            rows.add(row(name, "csat-exact", content.estimate(), content.clopperPearson(LEVEL), n));
        }
    }

    private static List<String> row(String group, String measure, double estimate, Range range, long n) {
        return List.of(
                group,
                measure,
                Numerals.twelveDigits(estimate),
                Numerals.twelveDigits(range.low()),
                Numerals.twelveDigits(range.high()),
                Long.toString(n),
                "");
    }
}
