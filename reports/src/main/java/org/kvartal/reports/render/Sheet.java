package org.kvartal.reports.render;

import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Value;

/** A worksheet that is written from top to bottom. Text goes into text cells only, so that none becomes a formula. */
final class Sheet {
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;
    private static final String FORBIDDEN_IN_NAMES = "[\\[\\]:*?/\\\\']";
    private static final double WIDEST = 60;

    private final Worksheet worksheet;
    private final Language language;
    private int row;

    /** Of one look of cells. */
    enum Look {
        PLAIN,
        TITLE,
        HEAD,
        TOTAL
    }

    private Sheet(Worksheet worksheet, Language language) {
        this.worksheet = worksheet;
        this.language = language;
        worksheet.hideGridLines();
    }

    /** @param used names of the sheets there are; the new one is added */
    static Sheet named(Text name, Workbook workbook, Set<String> used, Language language) {
        String allowed = Characters.printable(name.print(language))
                .replaceAll(FORBIDDEN_IN_NAMES, " ")
                .strip();
        String unique = Characters.shortened(allowed, LONGEST_NAME);
        for (int i = 2; !used.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = Characters.shortened(allowed, LONGEST_NAME - 4) + " " + i;
        }
        return new Sheet(workbook.newWorksheet(unique), language);
    }

    Sheet nextRow() {
        row++;
        return this;
    }

    /** Keeps all rows written so far in sight. */
    Sheet freezeAbove() {
        worksheet.freezePane(0, row);
        return this;
    }

    Sheet width(int column, double characters) {
        worksheet.width(column, Math.min(WIDEST, characters));
        return this;
    }

    Sheet text(int column, String text, Look look) {
        if (!text.isEmpty()) {
            worksheet.value(row, column, Characters.shortened(Characters.printable(text), LONGEST_TEXT));
        }
        styled(column, look).set();
        return this;
    }

    Sheet text(int column, Text text, Look look) {
        return text(column, text.print(language), look);
    }

    Sheet number(int column, long number, Look look) {
        worksheet.value(row, column, number);
        styled(column, look).format(SheetFormat.COUNT).set();
        return this;
    }

    Sheet cell(int column, Cell cell, Look look) {
        if (cell instanceof Cell.Number number) {
            return fact(column, number.fact(), look);
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
            return text(column, value instanceof Value.Missing ? "" : language.exact(fact), look);
        }
        style.horizontalAlignment("right").set();
        return this;
    }

    private StyleSetter styled(int column, Look look) {
        StyleSetter style = worksheet.style(row, column);
        style.fontName("IBM Plex Sans").fontSize(look == Look.TITLE ? 13 : 10);
        switch (look) {
            case PLAIN -> style.fontColor("10151B");
            case TITLE -> style.bold();
            case HEAD -> style.fontColor("5B636C").wrapText(true).borderStyle(BorderSide.BOTTOM, "thin");
            case TOTAL -> style.bold().borderStyle(BorderSide.TOP, "thin");
        }
        return style;
    }
}
