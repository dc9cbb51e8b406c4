package org.kvartal.reports.render;

import org.kvartal.reports.fact.Unit;

/** Number formats of a spreadsheet, which prints them in the language of the person who opens it. */
final class SheetFormat {
    static final String DATE = "yyyy-mm-dd";
    static final String COUNT = "#,##0";

    private SheetFormat() {}

    static String of(Unit unit) {
        boolean isPercent = unit.kind() == Unit.Kind.RATE;
        // Points are stored as fractions, as everywhere; a spreadsheet can show those only as percent.
        boolean isHundredfold = isPercent || unit.kind() == Unit.Kind.POINTS;
        String digits = (isHundredfold ? "0" : COUNT) + (unit.decimals() > 0 ? "." + "0".repeat(unit.decimals()) : "");
        String printed = isHundredfold ? digits + "%" : digits;
        return unit.sign() == Unit.Sign.ALWAYS ? "+" + printed + ";-" + printed + ";" + printed : printed;
    }
}
