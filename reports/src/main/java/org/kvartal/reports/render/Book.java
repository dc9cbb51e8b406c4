package org.kvartal.reports.render;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Language;

/** A workbook in the making: its words, and the names that its sheets and tables have taken. */
final class Book {
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int LONGEST_TABLE_NAME = 120;
    private static final String FORBIDDEN_IN_NAMES = "[\\[\\]:*?/\\\\']";
    private static final String PLACE = "\\{\\d+[^}]*}";

    private final Workbook workbook;
    private final Language language;
    private final Map<String, String> words;
    private final String footer;
    private final Completion completion = new Completion();
    private final Set<String> sheetNames = new HashSet<>();
    private final Set<String> tableNames = new HashSet<>();
    private int tables;

    Book(Workbook workbook, Report report) {
        this.workbook = workbook;
        this.language = Language.of(report.locale());
        this.words = Wording.of(language);
        this.footer = report.cover().asOf().toString();
    }

    Language language() {
        return language;
    }

    Completion completion() {
        return completion;
    }

    String word(String name) {
        return words.getOrDefault(name, "");
    }

    /** A new sheet with this name, or one as like it as the format and the sheets there are allow. */
    Sheet sheet(String name) {
        String allowed =
                Characters.printable(name).replaceAll(FORBIDDEN_IN_NAMES, " ").strip();
        String unique = Characters.shortened(allowed, LONGEST_SHEET_NAME);
        for (int i = 2; !sheetNames.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = Characters.shortened(allowed, LONGEST_SHEET_NAME - 4) + " " + i;
        }
        return new Sheet(workbook.newWorksheet(unique), this, sheetNames.size(), footer);
    }

    /**
     * A name for formulas and pivots that is the same in all languages and on all days: letters of the English message
     * only, nothing of what stands in its places.
     */
    String tableName(String section, String message) {
        String name = slug(section + " " + message.replaceAll(PLACE, " "));
        String allowed = name.substring(0, Math.min(name.length(), LONGEST_TABLE_NAME));
        String unique = allowed;
        for (int i = 2; !tableNames.add(unique); i++) {
            unique = allowed + "_" + i;
        }
        return unique;
    }

    /** The number of a table that is being made. */
    int nextTable() {
        return ++tables;
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
