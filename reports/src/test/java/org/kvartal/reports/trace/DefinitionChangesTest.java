package org.kvartal.reports.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.SampleReport;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;

import static org.assertj.core.api.Assertions.assertThat;

class DefinitionChangesTest {
    private static final Fact WIN_RATE =
            Fact.of(0.4, Unit.RATE, Origin.of(Measures.WIN_RATE.table(), Measures.WIN_RATE.sql()));
    private static final Fact DEALS =
            Fact.of(12, Unit.count("deals"), Origin.of(Measures.WIN_RATE.table(), "sum(won_count)"));
    private static final Block FIGURES = KeyFigures.of(KeyFigure.of("Win rate", WIN_RATE));
    private static final Block COUNTS = DataTable.of(
                    "Deals", Column.text("Region"), Column.exact("Won", Unit.count("deals")))
            .row("East", DEALS);
    private static final Block RATES = DataTable.of("Rates", Column.text("Region"), Column.exact("Won", Unit.RATE))
            .row("East", WIN_RATE);

    private static final Report REPORT = new Report(
            Text.of("Sales"),
            Locale.ENGLISH,
            SampleReport.report().cover(),
            List.of(Section.answering("result", "Result", "Did we deliver?")
                    .lead(Text.of("{0} won.", DEALS))
                    .with(FIGURES, COUNTS, RATES)));

    private final List<Definition> before =
            Measures.ALL.stream().map(Definition::of).toList();

    @Test
    void marksWhatShowsAMeasureOfAnotherVersionThanBefore() {
        Measure changed = Measures.WIN_RATE.changed("0.2.0", "deals closed without a date count too");

        List<Block> blocks = DefinitionChanges.between(before, List.of(changed, Measures.WON_AGE))
                .marked(REPORT)
                .sections()
                .get(0)
                .blocks();

        assertThat(blocks).hasSize(5).startsWith(FIGURES);
        assertThat(blocks.get(1)).isEqualTo(blocks.get(4));
        assertThat(blocks).element(2).isEqualTo(COUNTS);
        assertThat(((Notice) blocks.get(1)).text().print(Language.of(Locale.ENGLISH)))
                .isEqualTo(
                        "Definition changed since the report before: win_rate is now of version 2: deals closed without a"
                                + " date count too.");
    }

    @Test
    void marksNothingThatIsDefinedAsBeforeOrThatTheReportBeforeDidNotKnow() {
        assertThat(DefinitionChanges.between(before, Measures.ALL).marked(REPORT))
                .isSameAs(REPORT);
        Measure second = Measures.WIN_RATE.changed("0.2.0", "otherwise");
        assertThat(DefinitionChanges.between(List.of(), List.of(second)).marked(REPORT))
                .isSameAs(REPORT);
        assertThat(DefinitionChanges.since(Optional.empty()).marked(REPORT)).isSameAs(REPORT);
    }
}
