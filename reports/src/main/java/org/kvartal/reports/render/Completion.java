package org.kvartal.reports.render;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.reports.fact.Characters;

/**
 * What the library that writes workbooks leaves out: the value of a formula, for readers that do not compute, and the
 * text that a screen reader says for a table.
 */
final class Completion {
    /** Only cells hold formulas, texts of the data stand in a part of their own. */
    private static final Pattern FORMULA = Pattern.compile("<c r=\"([A-Z]+\\d+)\"[^>]*><f>[^<]*</f>");

    private static final String END_OF_TABLE = "</table>";
    private static final String ALTERNATIVE = """
            <extLst><ext uri="{504A1905-F514-4f6f-8877-14C23A59335A}" \
            xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">\
            <x14:table altText="%s"/></ext></extLst></table>""";

    private final Map<String, Map<String, BigDecimal>> sums = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    /** @param sheetNumber from 1, in the order in which sheets were made */
    void sum(int sheetNumber, String cell, BigDecimal value) {
        sums.computeIfAbsent("xl/worksheets/sheet" + sheetNumber + ".xml", entry -> new HashMap<>())
                .put(cell, value);
    }

    /** @param tableNumber from 1, in the order in which tables were made */
    void table(int tableNumber, String text) {
        tables.put("xl/tables/table" + tableNumber + ".xml", text);
    }

    boolean concerns(String entry) {
        return sums.containsKey(entry) || tables.containsKey(entry);
    }

    String completed(String entry, String xml) {
        if (tables.containsKey(entry)) {
            String end = ALTERNATIVE.formatted(Characters.escaped(tables.get(entry)));
            return xml.substring(0, xml.lastIndexOf(END_OF_TABLE)) + end;
        }
        Map<String, BigDecimal> values = sums.getOrDefault(entry, Map.of());
        return FORMULA.matcher(xml)
                .replaceAll(formula -> Matcher.quoteReplacement(
                        formula.group() + "<v>" + values.get(formula.group(1)).toPlainString() + "</v>"));
    }
}
