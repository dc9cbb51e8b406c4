package org.kvartal.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sheets of an XLSX file have in common.
 *
 * @param sheets the part of each sheet, by its name, in the order of the workbook
 * @param formats of the cells, by the number of their style
 */
record XlsxWorkbook(Map<String, String> sheets, List<CellFormat> formats, SharedTexts texts, CellDates dates) {
    private static final String START = "_rels/.rels";

    private record Relation(String type, String target) {}

    static XlsxWorkbook read(XlsxParts parts) throws IOException {
        String part = relations(parts, START, "").values().stream()
                .filter(relation -> relation.type.endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> new InvalidFile("is no XLSX file: it names no workbook"));
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        Map<String, Relation> relations =
                relations(parts, folder + "_rels/" + part.substring(folder.length()) + ".rels", folder);
        Map<String, String> sheets = new LinkedHashMap<>();
        CellDates dates = CellDates.SINCE_1900;
        try (XmlEvents xml = parts.read(part)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    dates = dates(xml);
                } else if (xml.isStart("sheet")) {
                    addSheet(xml, relations, sheets);
                }
            }
        }
        return new XlsxWorkbook(sheets, formats(parts, relations), texts(parts, relations), dates);
    }

    private static Map<String, Relation> relations(XlsxParts parts, String part, String folder) throws IOException {
        Map<String, Relation> relations = new LinkedHashMap<>();
        try (XmlEvents xml = parts.read(part)) {
            while (xml.nextStart("Relationship")) {
                String target = xml.attribute("Target").orElse("");
                String path = target.startsWith("/") ? target.substring(1) : folder + target;
                relations.put(
                        xml.attribute("Id").orElse(""),
                        new Relation(xml.attribute("Type").orElse(""), path));
            }
        }
        return relations;
    }

    private static CellDates dates(XmlEvents xml) {
        boolean since1904 =
                xml.attribute("date1904").filter(flag -> flag.matches("1|true")).isPresent();
        return since1904 ? CellDates.SINCE_1904 : CellDates.SINCE_1900;
    }

    /** Charts on sheets of their own have no cells. */
    private static void addSheet(XmlEvents xml, Map<String, Relation> relations, Map<String, String> sheets) {
        Optional.ofNullable(relations.get(xml.attribute("id").orElse("")))
                .filter(relation -> relation.type.endsWith("/worksheet"))
                .ifPresent(relation -> sheets.put(xml.attribute("name").orElse(""), relation.target));
    }

    private static Optional<String> part(XlsxParts parts, Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type.endsWith(type))
                .map(Relation::target)
                .filter(parts::has)
                .findFirst();
    }

    private static SharedTexts texts(XlsxParts parts, Map<String, Relation> relations) throws IOException {
        Optional<String> part = part(parts, relations, "/sharedStrings");
        if (part.isEmpty()) {
            return new SharedTexts();
        }
        try (XmlEvents xml = parts.read(part.get())) {
            return new SharedTexts(xml);
        }
    }

    private static List<CellFormat> formats(XlsxParts parts, Map<String, Relation> relations) throws IOException {
        List<CellFormat> formats = new ArrayList<>();
        Optional<String> part = part(parts, relations, "/styles");
        if (part.isEmpty()) {
            return formats;
        }
        Map<String, CellFormat> own = new HashMap<>();
        boolean inCells = false;
        try (XmlEvents xml = parts.read(part.get())) {
            while (xml.next()) {
                if (xml.isStart("numFmt")) {
                    own.put(
                            xml.attribute("numFmtId").orElse(""),
                            CellFormat.of(xml.attribute("formatCode").orElse("")));
                } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                    inCells = xml.isStart("cellXfs");
                } else if (inCells && xml.isStart("xf")) {
                    formats.add(format(xml.attribute("numFmtId").orElse(""), own));
                }
            }
        }
        return List.copyOf(formats);
    }

    private static CellFormat format(String number, Map<String, CellFormat> own) {
        CellFormat written = own.get(number);
        return written != null
                ? written
                : number.matches("[0-9]{1,3}") ? CellFormat.builtIn(Integer.parseInt(number)) : CellFormat.NUMBER;
    }

    /** What the number of a cell is shown as. */
    CellFormat format(Optional<String> style) {
        int index = style.filter(number -> number.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        return index < formats.size() ? formats.get(index) : CellFormat.NUMBER;
    }

    /** The part of the first sheet of one of these names, whatever the capital letters; else of the first one. */
    String sheet(List<String> wanted) throws IOException {
        for (String name : wanted) {
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                if (sheet.getKey().strip().equalsIgnoreCase(name)) {
                    return sheet.getValue();
                }
            }
        }
        return sheets.values().stream().findFirst().orElseThrow(() -> new InvalidFile("has no sheet with cells"));
    }
}
