package org.kvartal.reports.render;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.chart.ChartSvg;
import org.kvartal.reports.chart.Drawing;
import org.kvartal.reports.chart.Sparkline;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Points;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;

/** What templates ask: how the parts of one report are printed in its language. */
public final class Printing {
    private static final int LONGEST_WORDS = 500;

    private static final int WIDE = 720;
    private static final int NARROW = 350;
    private static final int PAPER = 640;

    private final Language language;
    private final Map<String, String> words;
    private final ChartSvg charts;
    private final Sparkline sparklines;

    Printing(Report report) {
        language = Language.of(report.locale());
        words = Wording.of(language);
        charts = new ChartSvg(language);
        sparklines = new Sparkline(language);
    }

    /** Which part of the template prints the block. */
    public String kind(Block block) {
        if (block instanceof Paragraph) {
            return "paragraph";
        }
        if (block instanceof Points) {
            return "points";
        }
        if (block instanceof KeyFigures) {
            return "key-figures";
        }
        if (block instanceof Figure) {
            return "figure";
        }
        return block instanceof DataTable ? "table" : "notice";
    }

    public boolean isFact(Span span) {
        return span instanceof Fact;
    }

    public boolean isLink(Span span) {
        return span instanceof Span.Link;
    }

    public PrintedFact fact(Fact fact) {
        return PrintedFact.brief(fact, language);
    }

    /** A title, a label or a head in words. */
    public String say(Text text) {
        return name(text.print(language));
    }

    /** What a sentence is made of in the language: words, links and facts. */
    public List<Span> spans(Text text) {
        return text.spans(language);
    }

    public String link(Span.Link link) {
        return link.words().print(language);
    }

    public String name(String text) {
        return Characters.shortened(text, PrintedFact.LONGEST_NAME);
    }

    /** Words of a sentence, which may be longer than a name. */
    public String words(String text) {
        return Characters.shortened(text, LONGEST_WORDS);
    }

    /** Whether a piece of a right-to-left sentence is not a name in Latin letters, as a closing bracket beside a figure. */
    public boolean isRightToLeft(String text) {
        return language.isRightToLeft()
                && (text.codePoints().noneMatch(Character::isLetter)
                        || text.codePoints()
                                .anyMatch(c -> Character.getDirectionality(c)
                                        == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC));
    }

    public PrintedTable table(DataTable table) {
        return PrintedTable.of(table, language);
    }

    /** Whether a table is long enough to be cut in the body of the report. */
    public boolean isLong(Block block) {
        return block instanceof DataTable table && table(table).cutRows() > 0;
    }

    /** Whether the appendix holds more of the section than its pages in the body. */
    public boolean hasMore(Section section) {
        return !section.details().isEmpty() || section.blocks().stream().anyMatch(this::isLong);
    }

    public PrintedTable tableBehind(Figure figure) {
        return table(figure.table());
    }

    public String chartTitle(Chart chart) {
        return charts.title(chart);
    }

    /** The chart for a desk. */
    public Drawing wideChart(Chart chart) {
        return charts.draw(chart, WIDE);
    }

    /** The chart for a telephone. */
    public Drawing narrowChart(Chart chart) {
        return charts.draw(chart, NARROW);
    }

    /** The chart for a sheet of A4. */
    public Drawing paperChart(Chart chart) {
        return charts.drawLow(chart, PAPER);
    }

    public Drawing sparkline(KeyFigure figure) {
        return sparklines.draw(figure.trendSpan(), figure.trend());
    }

    public String count(int number) {
        return language.count(number);
    }

    public String date(LocalDate date) {
        return language.date(date);
    }

    /** The place of the section that the contents stand before: page one is read first, where there is one. */
    public int brief(Report report) {
        List<Section> sections = report.sections();
        return sections.size() > 1 && sections.get(0).anchor().equals("summary") ? 1 : 0;
    }

    /** What the grade means in words, or that the section is blocked. */
    public String gradeMeaning(Section section) {
        String key = section.isBlocked() ? "blocked" : "grade" + section.grade();
        return words.getOrDefault(key, key);
    }

    public String noticeLabel(Notice notice) {
        String key = notice.kind().name().toLowerCase(Locale.ROOT);
        return words.getOrDefault(key, key);
    }
}
