package org.kvartal.ingest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together from the XML of its parts, sound until a part is replaced. */
final class XlsxFile {
    private static final String SPREADSHEET = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private XlsxFile() {}

    /** @param rows the rows of the one sheet, as XML */
    static XlsxFile of(String rows) {
        XlsxFile file = new XlsxFile();
        file.parts.put("_rels/.rels", RELATIONS.formatted(relation("r1", "officeDocument", "xl/workbook.xml")));
        file.parts.put(
                "xl/_rels/workbook.xml.rels",
                RELATIONS.formatted(relation("s1", "worksheet", "worksheets/sheet1.xml")
                        + relation("t", "sharedStrings", "/xl/sharedStrings.xml")
                        + relation("f", "styles", "styles.xml")));
        file.parts.put(
                "xl/workbook.xml",
                "<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
                        .formatted(SPREADSHEET, OFFICE));
        file.parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return file;
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, type, target);
    }

    static String sheet(String rows) {
        return "<worksheet %s><sheetData>%s</sheetData><mergeCells/></worksheet>".formatted(SPREADSHEET, rows);
    }

    /** The formats of cells of style 0, 1, ...; one that is no number is written out. */
    XlsxFile formats(String... formats) {
        StringBuilder own = new StringBuilder();
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < formats.length; i++) {
            boolean isBuiltIn = formats[i].matches("[0-9]+");
            String code = formats[i].replace("\"", "&quot;");
            own.append(isBuiltIn ? "" : "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(200 + i, code));
            styles.append("<xf numFmtId=\"%s\"/>".formatted(isBuiltIn ? formats[i] : String.valueOf(200 + i)));
        }
        return with(
                "xl/styles.xml",
                "<styleSheet %s><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(SPREADSHEET, own, styles));
    }

    XlsxFile texts(String... texts) {
        return with("xl/sharedStrings.xml", "<sst %s>%s</sst>".formatted(SPREADSHEET, String.join("", texts)));
    }

    /** The same workbook with another sheet behind those that it has. */
    XlsxFile sheet(String name, String rows) {
        parts.computeIfPresent(
                "xl/workbook.xml",
                (part, xml) -> xml.replace(
                        "</sheets>", "<sheet name=\"%s\" sheetId=\"2\" r:id=\"s2\"/></sheets>".formatted(name)));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (part, xml) -> xml.replace(
                        "</Relationships>", relation("s2", "worksheet", "worksheets/sheet2.xml") + "</Relationships>"));
        return with("xl/worksheets/sheet2.xml", sheet(rows));
    }

    XlsxFile replacing(String part, String text, String by) {
        parts.computeIfPresent(part, (name, xml) -> xml.replace(text, by));
        return this;
    }

    XlsxFile with(String part, String xml) {
        parts.put(part, xml);
        return this;
    }

    Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
