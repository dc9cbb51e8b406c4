package org.kvartal.reports.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.dictionary.Lineage;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Points;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.publish.PublishedTables;

/**
 * The tables that the gates of a night block, and what rests on them: a section that prints a figure of such a table, or
 * that says that data are missing where a table made of one is empty.
 */
public final class BlockedTables {
    /** They tell what is wrong, and must be there when something is. */
    private static final Set<String> NEVER_BLOCKED = Set.of("data-quality", "definitions");

    /** Tells of everything; only the sentences that rest on a blocked table are left out. */
    private static final String PAGE_ONE = "summary";

    private static final Pattern TABLE = Pattern.compile("\\b(?:crm|mart|forecast|history|identity)\\.[a-z][a-z0-9_]*");

    private final Map<String, FailedGate> failed;
    private final Lineage lineage;

    private BlockedTables(Map<String, FailedGate> failed, Lineage lineage) {
        this.failed = failed;
        this.lineage = lineage;
    }

    /** Those of a release, as it tells them itself. */
    public static BlockedTables of(ReportData data) {
        Map<String, FailedGate> failed = new TreeMap<>();
        FailedGates.of(data, List.of("block")).forEach(gate -> failed.putIfAbsent(gate.qualifiedTable(), gate));
        return new BlockedTables(failed, Lineage.ofNames(PublishedTables.names()));
    }

    /**
     * The section as it may be shown: blocked if it rests on a blocked table, but for page one, which loses what does.
     *
     * @param data the release, from which the section was written last
     */
    public Section judged(Section section, ReportData data) {
        Set<String> foundEmpty = data.takeFoundEmpty();
        if (failed.isEmpty() || NEVER_BLOCKED.contains(section.anchor())) {
            return section;
        }
        boolean isPageOne = section.anchor().equals(PAGE_ONE);
        Stream<String> printed = tables(isPageOne ? section.lead().facts() : section.facts());
        Stream<String> missing = saysThatDataAreMissing(section) ? foundEmpty.stream() : Stream.of();
        Optional<FailedGate> gate = gateBehind(Stream.concat(printed, missing));
        return gate.map(found -> section.blocked(found.reason(data)))
                .orElseGet(() -> isPageOne ? withoutBlocked(section) : section);
    }

    private static boolean saysThatDataAreMissing(Section section) {
        return section.blocks().stream()
                .anyMatch(block -> block instanceof Notice notice && notice.kind() == Notice.Kind.NO_DATA);
    }

    private static Stream<String> tables(Stream<Fact> facts) {
        return facts.flatMap(fact -> {
            Matcher table = TABLE.matcher(fact.origin().sql());
            return table.results().map(result -> result.group());
        });
    }

    private Optional<FailedGate> gateBehind(Stream<String> tables) {
        return tables.distinct()
                .flatMap(table -> lineage.behind(table).stream())
                .filter(failed::containsKey)
                .findFirst()
                .map(failed::get);
    }

    private Section withoutBlocked(Section section) {
        Set<String> leftOut = new TreeSet<>();
        List<Block> blocks = new ArrayList<>();
        for (Block block : section.blocks()) {
            without(block, leftOut).ifPresent(blocks::add);
        }
        if (leftOut.isEmpty()) {
            return section;
        }
        Text tables = Text.list(Text.names(List.copyOf(leftOut)));
        blocks.add(Notice.caveat(Text.of("What rests on {0} is left out: not every check was passed.", tables)));
        return section.withOnly(blocks, section.details());
    }

    private Optional<Block> without(Block block, Set<String> leftOut) {
        if (block instanceof Points points) {
            List<Text> kept = kept(points.sentences(), Text::facts, leftOut);
            return Optional.of(kept)
                    .filter(sentences -> !sentences.isEmpty())
                    .map(sentences -> new Points(points.title(), sentences));
        }
        if (block instanceof KeyFigures figures) {
            List<KeyFigure> kept = kept(figures.figures(), BlockedTables::facts, leftOut);
            return Optional.of(kept).filter(some -> !some.isEmpty()).map(KeyFigures::new);
        }
        return kept(List.of(block), Block::facts, leftOut).stream().findFirst();
    }

    private static Stream<Fact> facts(KeyFigure figure) {
        return Stream.concat(
                Stream.of(figure.value()), Stream.concat(figure.comparison().facts(), figure.trend().stream()));
    }

    private <T> List<T> kept(Collection<T> parts, Function<T, Stream<Fact>> facts, Set<String> leftOut) {
        return parts.stream()
                .filter(part -> {
                    Optional<FailedGate> gate = gateBehind(tables(facts.apply(part)));
                    gate.map(FailedGate::table).ifPresent(leftOut::add);
                    return gate.isEmpty();
                })
                .toList();
    }
}
