package org.kvartal.reports.render;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Table;
import org.dhatim.fastexcel.Worksheet;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Value;

/**
 * A worksheet that is written from top to bottom. Text goes into text cells only, so that none becomes a formula; the
 * only formulas are sums over cells of the sheet.
 */
final class Sheet {
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_HEAD = 255;
    private static final double WIDEST = 60;
    private static final String FONT = "IBM Plex Sans";
    private static final int MOST_LINES = 20;
    private static final double LINE_HEIGHT = 14;

    /** Of text that breaks at words, in the width of a digit. */
    private static final double LETTER_WIDTH = 1.1;

    private static final int FOOTER_SIZE = 8;
    private static final String PAGE_OF_PAGES = "&P / &N";
    private static final String SHEET_NAME = "&A";

    private final Worksheet worksheet;
    private final Book book;
    private final int number;
    private final Map<Integer, Double> widths = new HashMap<>();
    private int row;
    private int linesOfRow = 1;

    /** Of one look of cells. */
    enum Look {
        PLAIN,
        WRAPPED,
        LINK,
        TITLE,
        HEAD,
        /** Above numbers. */
        NUMBER_HEAD,
        TOTAL,
        /** A total that its column does not add up to. */
        TOTAL_APART
    }

    /** @param number of the sheet in the workbook, from 1 */
    Sheet(Worksheet worksheet, Book book, int number, String footer) {
        this.worksheet = worksheet;
        this.book = book;
        this.number = number;
        worksheet.hideGridLines();
        if (book.language().isRightToLeft()) {
            worksheet.rightToLeft();
        }
        setPage(footer);
    }

    private void setPage(String footer) {
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.pageOrientation("landscape");
        worksheet.setFitToPage(true);
        worksheet.fitToWidth((short) 1);
        // Zero is as many as it takes.
        worksheet.fitToHeight((short) 0);
        worksheet.footer(footer, Position.LEFT, FONT, FOOTER_SIZE);
        worksheet.footer(SHEET_NAME, Position.CENTER, FONT, FOOTER_SIZE);
        worksheet.footer(PAGE_OF_PAGES, Position.RIGHT, FONT, FOOTER_SIZE);
    }

    String name() {
        return worksheet.getName();
    }

    int row() {
        return row;
    }

    Sheet nextRow() {
        row++;
        linesOfRow = 1;
        return this;
    }

    /** Keeps all rows written so far in sight. */
    Sheet freezeAbove() {
        worksheet.freezePane(0, row);
        return this;
    }

    /** Prints the row before this one at the top of every page. */
    Sheet repeatRowAbove() {
        worksheet.repeatRows(row - 1);
        return this;
    }

    Sheet width(int column, double characters) {
        double width = Math.min(WIDEST, characters);
        widths.put(column, width);
        worksheet.width(column, width);
        return this;
    }

    Sheet text(int column, String text, Look look) {
        if (!text.isEmpty()) {
            worksheet.value(row, column, printable(text, LONGEST_TEXT));
        }
        if (look == Look.HEAD || look == Look.NUMBER_HEAD || look == Look.WRAPPED) {
            makeRoom(column, text);
        }
        styled(column, look).set();
        return this;
    }

    /** Not every reader fits the height of a row to text that is wrapped. */
    private void makeRoom(int column, String text) {
        double width = widths.getOrDefault(column, WIDEST);
        int lines = (int) Math.min(MOST_LINES, Math.ceil(text.length() * LETTER_WIDTH / width));
        if (lines > linesOfRow) {
            linesOfRow = lines;
            worksheet.rowHeight(row, lines * LINE_HEIGHT);
        }
    }

    Sheet text(int column, Text text, Look look) {
        return text(column, text.print(book.language()), look);
    }

    /** A link to the first cell of another sheet. */
    Sheet link(int column, String text, Sheet target) {
        String place = "'" + target.name() + "'!A1";
        worksheet.hyperlink(row, column, HyperLink.internal(place, printable(text, LONGEST_HEAD)));
        styled(column, Look.LINK).set();
        return this;
    }

    Sheet number(int column, long count, Look look) {
        worksheet.value(row, column, count);
        styled(column, look)
                .format(SheetFormat.COUNT)
                .horizontalAlignment("right")
                .indent(1)
                .set();
        return this;
    }

    Sheet date(int column, LocalDate date) {
        worksheet.value(row, column, date);
        styled(column, Look.PLAIN)
                .format(SheetFormat.DATE)
                .horizontalAlignment("left")
                .set();
        return this;
    }

    Sheet cell(int column, Cell cell, Look look) {
        if (cell instanceof Cell.Number fact) {
            return fact(column, fact.fact(), look);
        }
        return text(column, cell instanceof Cell.Label label ? label.text() : Text.none(), look);
    }

    Sheet fact(int column, Fact fact, Look look) {
        StyleSetter style = styled(column, look);
        Value value = fact.value();
        if (value instanceof Value.Quantity quantity) {
            worksheet.value(row, column, quantity.number());
            style.format(SheetFormat.of(fact.unit()));
        } else if (value instanceof Value.Day day) {
            worksheet.value(row, column, day.date());
            style.format(SheetFormat.DATE);
        } else {
            return text(
                    column,
                    value instanceof Value.Missing ? "" : book.language().exact(fact),
                    look);
        }
        style.horizontalAlignment("right").indent(1).set();
        return this;
    }

    /** The fact as the sum of the column from the row given to the one before this. */
    Sheet sum(int column, Fact fact, BigDecimal value, int firstRow) {
        String address = worksheet.range(row, column, row, column).toString().replaceAll(":.*", "");
        worksheet.formula(row, column, "SUM(" + worksheet.range(firstRow, column, row - 1, column) + ")");
        styled(column, Look.TOTAL)
                .format(SheetFormat.of(fact.unit()))
                .horizontalAlignment("right")
                .indent(1)
                .set();
        book.completion().sum(number, address, value);
        return this;
    }

    Sheet comment(int column, String comment) {
        worksheet.comment(row, column, comment);
        return this;
    }

    /**
     * Makes a table with filters of the heads in the row given and the rows below it, up to the one before this. A head
     * is a name there: one that is empty or taken is named anew.
     */
    Sheet table(String name, String alternative, int headRow, List<String> heads) {
        if (row - headRow < 2) {
            return this;
        }
        Range range = worksheet.range(headRow, 0, row - 1, heads.size() - 1);
        Table table = range.createTable(unique(heads).toArray(String[]::new));
        table.setName(name).setDisplayName(name);
        table.styleInfo().setStyleName("TableStyleLight1").setShowRowStripes(false);
        book.completion().table(book.nextTable(), printable(alternative, LONGEST_TEXT));
        return this;
    }

    private List<String> unique(List<String> heads) {
        Set<String> used = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (String head : heads) {
            String stripped = printable(head, LONGEST_HEAD - 4).strip();
            String wanted = stripped.isEmpty() ? book.word("item") : stripped;
            String name = wanted;
            for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = wanted + " " + i;
            }
            unique.add(name);
        }
        return unique;
    }

    private static String printable(String text, int most) {
        return Characters.shortened(Characters.printable(text), most);
    }

    private StyleSetter styled(int column, Look look) {
        StyleSetter style = worksheet.style(row, column);
        style.fontName(FONT).fontSize(look == Look.TITLE ? 13 : 10);
        switch (look) {
            case PLAIN -> style.fontColor("10151B");
            case WRAPPED -> style.fontColor("10151B").wrapText(true).verticalAlignment("top");
            case LINK -> style.fontColor("0B57A4").underlined().verticalAlignment("top");
            case TITLE -> style.bold();
            case HEAD -> style.fontColor("5B636C").wrapText(true).borderStyle(BorderSide.BOTTOM, "thin");
            case NUMBER_HEAD ->
                style.fontColor("5B636C")
                        .wrapText(true)
                        .borderStyle(BorderSide.BOTTOM, "thin")
                        .horizontalAlignment("right")
                        .indent(2);
            case TOTAL -> style.bold().borderStyle(BorderSide.TOP, "thin");
            case TOTAL_APART -> style.bold().italic().borderStyle(BorderSide.TOP, "thin");
        }
        return style;
    }
}
