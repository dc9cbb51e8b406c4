package org.kvartal.jobs.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.reports.data.RowPrinter;
import org.kvartal.reports.data.ValueText;

/** How the rows of a query are printed. */
enum ResultFormat {
    /** Aligned columns, for people. */
    TABLE {
        @Override
        RowPrinter to(PrintWriter out) {
            return rows -> {
                List<String[]> lines = new ArrayList<>();
                lines.add(header(rows));
                while (rows.next()) {
                    lines.add(texts(rows));
                }
                AlignedText.print(lines, out);
                out.printf("(%d %s)%n", lines.size() - 1, lines.size() == 2 ? "row" : "rows");
            };
        }
    },
    /** RFC 4180: header, LF, no needless quotes, dot decimals. */
    CSV {
        @Override
        RowPrinter to(PrintWriter out) {
            return rows -> {
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
                csv.writeRecord(header(rows));
                while (rows.next()) {
                    csv.writeRecord(texts(rows));
                }
                flush(csv);
            };
        }
    },
    /** One array of objects. */
    JSON {
        @Override
        RowPrinter to(PrintWriter out) {
            return rows -> {
                try (JsonGenerator json = new ObjectMapper()
                        .getFactory()
                        .createGenerator(out)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                    writeObjects(rows, json);
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot print the result: " + e.getMessage(), e);
                }
                out.println();
            };
        }
    };

    abstract RowPrinter to(PrintWriter out);

    private static String[] header(ResultSet rows) throws SQLException {
        String[] names = new String[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = rows.getMetaData().getColumnLabel(i + 1);
        }
        return names;
    }

    private static String[] texts(ResultSet rows) throws SQLException {
        String[] texts = new String[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = ValueText.of(rows.getObject(i + 1));
        }
        return texts;
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot print the result: " + e.getMessage(), e);
        }
    }

    private static void writeObjects(ResultSet rows, JsonGenerator json) throws SQLException, IOException {
        String[] names = header(rows);
        json.writeStartArray();
        while (rows.next()) {
            json.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                json.writeFieldName(names[i]);
                writeValue(rows.getObject(i + 1), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeValue(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            json.writeNull();
        } else if (value instanceof Number number) {
            json.writeNumber(number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(ValueText.of(value));
        }
    }
}
