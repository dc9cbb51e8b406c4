package org.kvartal.reports.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;

/**
 * A section answers one question: its lead says the answer in a sentence, its blocks show it, and its details show it
 * more closely.
 *
 * <pre>{@code
 * Origin won = Origin.of("mart.bookings_by_month", "sum(won_amount)");
 * Unit amount = Unit.money("EUR");
 * Fact total = Fact.of(new BigDecimal("10005534"), amount, won).ofRows(4238);
 * Fact east = Fact.of(new BigDecimal("3346293"), amount, won.where("region = 'East'")).ofRows(1376);
 *
 * Section result = Section.answering("result", "Result", "Did we deliver?")
 *         .lead(Text.of("Won {0} in the year, a third of it in {1}.", total, Span.words("East")))
 *         .graded(Grade.A)
 *         .with(
 *                 KeyFigures.of(KeyFigure.of("Won", total)),
 *                 new Figure(new BarChart(
 *                         new Heading(Text.of("East leads"), "Example Ltd", "Won", amount, "2017, AC"),
 *                         List.of("East"),
 *                         List.of(Series.actual(east)))),
 *                 DataTable.of("Won by region", Column.text("Region"), Column.exact("Won", amount))
 *                         .row("East", east)
 *                         .total("All regions", total));
 * }</pre>
 *
 * @param anchor kebab-case; the section's name in links, in the configuration and in XLSX sheets
 * @param blocks what a board reads: about a page
 * @param details further blocks for whoever looks closer: folded on screen, in the appendix on paper
 */
public record Section(
        String anchor, Text title, Text question, Text lead, Grade grade, List<Block> blocks, List<Block> details) {
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Section {
        blocks = List.copyOf(blocks);
        details = List.copyOf(details);
        if (!KEBAB_CASE.matcher(anchor).matches()) {
            throw new IllegalArgumentException("Invalid anchor \"" + anchor + "\": must be kebab-case");
        }
    }

    /** A section without lead and blocks yet, of grade A. */
    public static Section answering(String anchor, @Message String title, @Message String question) {
        return answering(anchor, Text.of(title), Text.of(question));
    }

    public static Section answering(String anchor, Text title, Text question) {
        return new Section(anchor, title, question, Text.none(), Grade.A, List.of(), List.of());
    }

    /** The same section with this message line. */
    public Section lead(Text newLead) {
        return new Section(anchor, title, question, newLead, grade, blocks, details);
    }

    public Section graded(Grade newGrade) {
        return new Section(anchor, title, question, lead, newGrade, blocks, details);
    }

    /** The same section with further blocks behind its own. */
    public Section with(Block... more) {
        return with(Arrays.asList(more));
    }

    public Section with(List<? extends Block> more) {
        return new Section(anchor, title, question, lead, grade, joined(blocks, more), details);
    }

    /** The same section with further blocks behind its own for whoever looks closer. */
    public Section detail(Block... more) {
        return detail(Arrays.asList(more));
    }

    public Section detail(List<? extends Block> more) {
        return new Section(anchor, title, question, lead, grade, blocks, joined(details, more));
    }

    private static List<Block> joined(List<Block> first, List<? extends Block> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The same section with these blocks and details in place of its own. */
    public Section withOnly(List<Block> newBlocks, List<Block> newDetails) {
        return new Section(anchor, title, question, lead, grade, newBlocks, newDetails);
    }

    /** The section when its inputs failed: the reason stands in place of lead and blocks. */
    public Section blocked(Text reason) {
        List<Block> notice = List.of(Notice.blocked(reason));
        return new Section(anchor, title, question, Text.none(), Grade.D, notice, List.of());
    }

    public boolean isBlocked() {
        return blocks.stream()
                .anyMatch(block -> block instanceof Notice notice && notice.kind() == Notice.Kind.BLOCKED);
    }

    /** The blocks and then the details. */
    public List<Block> allBlocks() {
        return joined(blocks, details);
    }

    /** Every number that the section prints, in reading order. */
    public Stream<Fact> facts() {
        return Stream.concat(lead.facts(), allBlocks().stream().flatMap(Block::facts));
    }
}
