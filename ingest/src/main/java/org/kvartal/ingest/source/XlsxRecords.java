package org.kvartal.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of one sheet of an XLSX file, read as a stream. A row without any value is none; cells behind the last one
 * of the header must be empty.
 *
 * <p>A sheet may say that a cell stands in column 2^31: rows and columns are held to what Excel itself allows.
 */
final class XlsxRecords implements FileRecords {
    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 1 << 14;
    private static final String LENGTH = "must have at most " + CsvLines.LONGEST_LINE + " characters in a row";

    private final XlsxParts parts;
    private final XlsxCells cells;
    private final XmlEvents xml;
    private long line;
    private long length;

    private XlsxRecords(XlsxParts parts, XlsxCells cells, XmlEvents xml) {
        this.parts = parts;
        this.cells = cells;
        this.xml = xml;
    }

    /** @param sheets names of the sheet that is meant; the first sheet where there is none of them */
    static XlsxRecords open(Path file, List<String> sheets) throws IOException {
        XlsxParts parts = XlsxParts.open(file);
        try {
            XlsxWorkbook workbook = XlsxWorkbook.read(parts);
            return new XlsxRecords(parts, new XlsxCells(workbook), parts.read(workbook.sheet(sheets)));
        } catch (IOException | RuntimeException unreadable) {
            parts.close();
            throw unreadable;
        }
    }

    @Override
    public boolean next(int width, RecordReader reader) throws IOException {
        while (xml.nextStart("row")) {
            line = number(xml.attribute("r"), line + 1, MOST_ROWS, "row");
            List<XlsxCell> row = row();
            if (length > CsvLines.LONGEST_LINE) {
                reader.broken(line, textOf(row), "length", LENGTH);
                return true;
            }
            if (!row.isEmpty()) {
                hand(row, width, reader);
                return true;
            }
        }
        return false;
    }

    /** The cells up to the last one that is not empty; what goes beyond the longest row is counted only. */
    private List<XlsxCell> row() throws IOException {
        List<XlsxCell> row = new ArrayList<>();
        long column = 0;
        length = 0;
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                column = number(xml.attribute("r").map(XlsxRecords::column), column + 1, MOST_COLUMNS, "column");
                XlsxCell cell = cells.read(xml);
                length += cell.text().length();
                if (length <= CsvLines.LONGEST_LINE && !cell.equals(XlsxCell.EMPTY)) {
                    row.addAll(Collections.nCopies((int) Math.max(0, column - row.size()), XlsxCell.EMPTY));
                    row.set((int) column - 1, cell);
                }
            }
        }
        return row;
    }

    /** {@code AB12} is in column 28; what is no address is in none. */
    private static String column(String address) {
        long column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)) && column <= MOST_COLUMNS; i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return String.valueOf(column);
    }

    private static long number(Optional<String> written, long following, int most, String what) throws InvalidFile {
        long number = written.map(text -> text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0)
                .orElse(following);
        if (number < 1 || number > most) {
            throw new InvalidFile("is not read: it has a " + what + " " + written.orElse("") + " beyond " + most);
        }
        return number;
    }

    private void hand(List<XlsxCell> row, int width, RecordReader reader) {
        String text = textOf(row);
        int columns = width == ANY_WIDTH ? row.size() : width;
        for (int i = 0; i < row.size(); i++) {
            XlsxCell cell = row.get(i);
            if (!cell.broken().isEmpty() && i < columns) {
                reader.broken(line, text, i, cell.text(), "cell", cell.broken());
                return;
            }
        }
        if (row.size() > columns) {
            reader.broken(
                    line, text, "columns", "must have " + width + " fields, as the header, but has " + row.size());
            return;
        }
        String[] fields = new String[columns];
        for (int i = 0; i < columns; i++) {
            fields[i] = i < row.size() ? row.get(i).text() : "";
        }
        reader.record(line, text, fields);
    }

    private static String textOf(List<XlsxCell> row) {
        return row.stream().map(XlsxCell::text).collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            xml.close();
        }
    }
}
