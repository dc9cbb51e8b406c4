package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kvartal.forecast.survey.SmallGroups;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kvartal analyze survey}: what answers to a survey say, and how surely. */
@Command(
        name = "survey",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says what answers to a survey tell of everyone, with intervals that hold for few answers and near 0 and 100 %%.",
            "",
            "--input: one row for everyone who was asked; the cell of a question is empty when it was not answered.",
            "",
            "Columns of --out:%n"
                    + "  question, group        column, and value of --group; an empty group is everyone%n"
                    + "  compared_with          the group that was subtracted; empty in rows of one group%n"
                    + "  measure                non-response-rate; mean and top-box of a rating; nps; share of a yes-no%n"
                    + "  method                 wilson (to show) and clopper-pearson (a guarantee) of shares, newcombe of"
                    + " their differences; t or bca-bootstrap of means, welch of their differences; adjusted-wald (to show)"
                    + " and wald of nps%n"
                    + "  estimate, lo95, hi95   shares from 0 to 1, nps from -1 to 1%n"
                    + "  n                      answers; of non-response-rate those asked%n"
                    + "  design_effect          how many answers are worth one independent one%n"
                    + "  note                   as: hidden",
            "",
            "Groups of few persons are hidden, with as many others as it takes that nobody gets them by subtraction from the"
                    + " total."
        })
public final class SurveyCommand implements Callable<Integer> {
    private static final String EVERYONE = "";

    @Option(names = "--input", paramLabel = "FILE", required = true, description = "One row for everyone asked.")
    private Path input;

    @Option(
            names = "--rating",
            paramLabel = "COLUMN,...",
            split = ",",
            description = "Answers from 1 to 5, 5 being the best.")
    private List<String> ratings = List.of();

    @Option(names = "--nps", paramLabel = "COLUMN,...", split = ",", description = "Answers from 0 to 10.")
    private List<String> promoters = List.of();

    @Option(names = "--yes-no", paramLabel = "COLUMN,...", split = ",", description = "True, false, 1 or 0.")
    private List<String> flags = List.of();

    @Option(names = "--group", paramLabel = "COLUMN", description = "What to tell apart, as a team.")
    private String group = "";

    @Option(
            names = "--compare-with",
            paramLabel = "GROUP",
            description = "A value of --group that all others are compared with.")
    private String reference = "";

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            description = "Of what several answers hang together, as a customer or an agent (default: none do).")
    private String cluster = "";

    @Option(
            names = "--respondent",
            paramLabel = "COLUMN",
            description = "Who answered, if one may do so several times (default: each row is another person).")
    private String respondent = "";

    @Option(
            names = "--top",
            paramLabel = "ANSWER",
            defaultValue = "4",
            description = "Lowest rating that counts as satisfied (default: ${DEFAULT-VALUE}, the two best of five).")
    private int top;

    @Option(
            names = "--minimum",
            paramLabel = "PERSONS",
            defaultValue = "5",
            description = "Fewest persons of a group that is shown (default: ${DEFAULT-VALUE}).")
    private long minimum;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the bootstrap (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "CSV; its columns are above.")
    private Path out;

    @Override
    public Integer call() {
        Map<String, SurveyScale> questions = questions();
        if (minimum < 1) {
            throw new InvalidUse("Invalid --minimum %d: it must be at least 1 person".formatted(minimum));
        }
        if (top < 2 || top > 5) {
            throw new InvalidUse("Invalid --top %d: it must be from 2 to 5".formatted(top));
        }
        if (!reference.isEmpty() && group.isEmpty()) {
            throw new InvalidUse("Invalid --compare-with %s: it needs --group".formatted(reference));
        }
        List<SurveyFile.Asked> asked = new SurveyFile(input, group, cluster, respondent, questions).read();
        Map<String, List<SurveyFile.Asked>> groups = asked.stream()
                .collect(Collectors.groupingBy(SurveyFile.Asked::group, TreeMap::new, Collectors.toList()));
        if (!reference.isEmpty() && !groups.containsKey(reference)) {
            throw new InvalidInput("Cannot compare with %s: %s has no such group; it has %s"
                    .formatted(reference, input, String.join(", ", groups.keySet())));
        }
        List<List<String>> rows = new ArrayList<>();
        questions.forEach((question, scale) -> {
            SurveyRows of = new SurveyRows(question, scale, top, seed);
            add(of, asked, groups);
            rows.addAll(of.rows());
        });
        OutputTable.write(out, SurveyRows.COLUMNS, rows);
        return ExitCode.DONE.number();
    }

    private Map<String, SurveyScale> questions() {
        Map<String, SurveyScale> questions = new LinkedHashMap<>();
        ratings.forEach(column -> questions.put(column, SurveyScale.RATING));
        promoters.forEach(column -> questions.put(column, SurveyScale.NPS));
        flags.forEach(column -> questions.put(column, SurveyScale.YES_NO));
        if (questions.isEmpty()) {
            throw new InvalidUse("Cannot analyze a survey without a question; name one by --rating, --nps or --yes-no");
        }
        if (questions.size() < ratings.size() + promoters.size() + flags.size()) {
            throw new InvalidUse("Invalid questions: a column is named twice");
        }
        return questions;
    }

    private void add(SurveyRows rows, List<SurveyFile.Asked> asked, Map<String, List<SurveyFile.Asked>> groups) {
        SurveyGroup everyone = new SurveyGroup(asked, rows.question(), cluster);
        if (everyone.persons() < minimum) {
            rows.addHidden(EVERYONE, minimum);
            return;
        }
        rows.addGroup(EVERYONE, everyone);
        if (group.isEmpty()) {
            return;
        }
        Map<String, SurveyGroup> answers = new TreeMap<>();
        groups.forEach((name, members) -> answers.put(name, new SurveyGroup(members, rows.question(), cluster)));
        Map<String, Long> persons = new TreeMap<>();
        answers.forEach((name, members) -> persons.put(name, members.persons()));
        Set<String> hidden = SmallGroups.hidden(persons, minimum);
        answers.forEach((name, members) -> {
            if (hidden.contains(name)) {
                rows.addHidden(name, minimum);
            } else {
                rows.addGroup(name, members);
            }
        });
        addDifferences(rows, answers, hidden);
    }

    private void addDifferences(SurveyRows rows, Map<String, SurveyGroup> answers, Set<String> hidden) {
        SurveyGroup other = answers.get(reference);
        if (other == null || hidden.contains(reference)) {
            return;
        }
        answers.forEach((name, members) -> {
            if (!name.equals(reference) && !hidden.contains(name)) {
                rows.addDifference(name, members, reference, other);
            }
        });
    }
}
