package org.kvartal.reports.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Value;

/** The trace codes as paper has them: side by side and without statements, below the block that prints them first. */
final class TraceColumns {
    private static final int PAIRS = 6;
    private static final int LONGEST_VALUE = 18;

    private final Language language;
    private final Map<String, String> words;
    private final Set<Origin> seen = new HashSet<>();

    private TraceColumns(Report report) {
        this.language = Language.of(report.locale());
        this.words = Wording.of(language);
    }

    /** A code and the number it stands for; both empty to fill up a line. */
    public record Pair(String code, String value) {}

    /** @param lines each with as many pairs as fit side by side */
    public record Group(String name, List<List<Pair>> lines) {}

    public record Part(Section section, List<Group> groups) {}

    /** The sections that print numbers which no section before them has printed. */
    static List<Part> of(Report report) {
        TraceColumns columns = new TraceColumns(report);
        return report.sections().stream()
                .map(columns::part)
                .filter(part -> !part.groups().isEmpty())
                .toList();
    }

    private Part part(Section section) {
        List<Group> groups = new ArrayList<>();
        groups.add(
                new Group(words.getOrDefault("lead", ""), lines(section.lead().facts())));
        for (Block block : section.allBlocks()) {
            groups.add(new Group(name(block), lines(block.facts())));
        }
        return new Part(
                section,
                groups.stream().filter(group -> !group.lines().isEmpty()).toList());
    }

    private String name(Block block) {
        if (block instanceof DataTable table) {
            return table.caption().print(language);
        }
        if (block instanceof Figure figure) {
            return figure.chart().heading().measure().print(language);
        }
        return words.getOrDefault(block instanceof KeyFigures ? "keyFigures" : "remark", "");
    }

    private List<List<Pair>> lines(Stream<Fact> facts) {
        List<Pair> pairs = new ArrayList<>(facts.filter(fact -> !(fact.value() instanceof Value.Missing))
                .filter(fact -> seen.add(fact.origin()))
                .map(this::pair)
                .toList());
        List<List<Pair>> lines = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += PAIRS) {
            List<Pair> line = new ArrayList<>(pairs.subList(from, Math.min(from + PAIRS, pairs.size())));
            while (line.size() < PAIRS) {
                line.add(new Pair("", ""));
            }
            lines.add(line);
        }
        return lines;
    }

    private Pair pair(Fact fact) {
        return new Pair(fact.origin().code(), Characters.shortened(language.brief(fact), LONGEST_VALUE));
    }
}
