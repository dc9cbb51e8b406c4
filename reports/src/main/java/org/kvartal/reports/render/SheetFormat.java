package org.kvartal.reports.render;

import java.util.regex.Pattern;
import org.kvartal.reports.fact.Unit;

/** Number formats of a spreadsheet, which prints them in the language of the person who opens it. */
final class SheetFormat {
    static final String DATE = "yyyy-mm-dd";
    static final String COUNT = "#,##0";

    private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}");

    private SheetFormat() {}

    static String of(Unit unit) {
        boolean isPercent = unit.kind() == Unit.Kind.RATE;
        // Points are stored as fractions, as everywhere; a spreadsheet can show those only as percent.
        boolean isHundredfold = isPercent || unit.kind() == Unit.Kind.POINTS;
        String digits = (isHundredfold ? "0" : COUNT) + (unit.decimals() > 0 ? "." + "0".repeat(unit.decimals()) : "");
        String printed = isHundredfold ? digits + "%" : digits + currency(unit);
        return unit.sign() == Unit.Sign.ALWAYS ? "+" + printed + ";-" + printed + ";" + printed : printed;
    }

    /** Only a code is put into a format, whose other signs would be read as parts of it. */
    private static String currency(Unit unit) {
        boolean isCode = unit.kind() == Unit.Kind.MONEY
                && CURRENCY_CODE.matcher(unit.symbol()).matches();
        return isCode ? "\\ [$" + unit.symbol() + "]" : "";
    }
}
