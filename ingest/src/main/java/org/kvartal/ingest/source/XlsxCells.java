package org.kvartal.ingest.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one cell of a sheet into text: what its formula gave last, a number without an exponent, a date as ISO text. */
final class XlsxCells {
    /** How the format writes characters that XML cannot hold. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XlsxWorkbook workbook;

    XlsxCells(XlsxWorkbook workbook) {
        this.workbook = workbook;
    }

    /** The cell whose tag was just opened; stops at its closing tag. */
    XlsxCell read(XmlEvents xml) throws IOException {
        String type = xml.attribute("t").orElse("n");
        CellFormat format = workbook.format(xml.attribute("s"));
        boolean isFormula = false;
        @Nullable String value = null;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                value = xml.text(FieldDefect.LONGEST_TEXT);
            } else if (xml.isStart("is")) {
                value = SharedTexts.richText(xml, "is");
            } else if (xml.isStart("f")) {
                isFormula = true;
                xml.skip();
            }
        }
        if (value == null) {
            return new XlsxCell(
                    "", isFormula ? "must have its value beside the formula: save the file with Excel" : "");
        }
        return type.equals("e")
                ? new XlsxCell(value, "must have a value, not an error")
                : XlsxCell.of(text(type, format, value));
    }

    private String text(String type, CellFormat format, String value) throws IOException {
        return switch (type) {
            case "s" -> unescaped(workbook.texts().get(value));
            case "inlineStr", "str" -> unescaped(value);
            case "b" -> value.equals("1") ? "true" : value.equals("0") ? "false" : value;
            case "n" -> number(format, value);
            default -> value;
        };
    }

    private String number(CellFormat format, String value) {
        String plain = PlainNumber.ofCell(value);
        if (format == CellFormat.NUMBER || !plain.matches("[0-9]{1,10}(\\.[0-9]+)?")) {
            return plain;
        }
        Optional<String> date = workbook.dates().text(format, new BigDecimal(plain));
        return date.orElse(plain);
    }

    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.replaceAll(
                match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
