package org.kvartal.reports.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.kvartal.reports.data.RowPrinter;

/** Answers statements: for the page as JSON, for other programs as a CSV file. */
final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Shelf shelf;
    private final Statements statements;
    private final Limits limits;
    private final Function<PrintWriter, RowPrinter> csv;

    Answers(Shelf shelf, Statements statements, Limits limits, Function<PrintWriter, RowPrinter> csv) {
        this.shelf = shelf;
        this.statements = statements;
        this.limits = limits;
        this.csv = csv;
    }

    Reply table(Request request) throws IOException {
        Map<String, String> form = request.form();
        ResultTable result = new ResultTable(limits.rows());
        try {
            statements.run(field(form, "id"), release(form), field(form, "sql"), result);
        } catch (Refused e) {
            return Reply.json(MAPPER.writeValueAsString(Map.of("error", String.valueOf(e.getMessage()))));
        }
        return Reply.json(MAPPER.writeValueAsString(
                Map.of("columns", result.columns(), "rows", result.rows(), "limited", result.limited())));
    }

    Reply stop(Request request) throws IOException {
        statements.stop(field(request.form(), "id"));
        return Reply.json("{}");
    }

    /** All rows. The reply begins with the first of them, so that a statement that fails is told of on a page. */
    void file(Request request) throws IOException {
        Map<String, String> form = request.form();
        Release release = release(form);
        String name = form.getOrDefault("name", "result").replaceAll("[^\\w.-]", "_") + "-" + release.asOf() + ".csv";
        statements.run(
                release,
                field(form, "sql"),
                rows -> send(
                        request,
                        Reply.download("text/csv; charset=utf-8", name, out -> print(rows, new Unswallowed(out)))));
    }

    private static void send(Request request, Reply reply) {
        try {
            request.answer(reply);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send a file: " + e.getMessage(), e);
        }
    }

    private void print(ResultSet rows, OutputStream out) {
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            csv.apply(writer).print(rows);
        } catch (SQLException e) {
            throw new Refused(422, "Cannot answer: " + e.getMessage());
        }
        writer.flush();
    }

    private Release release(Map<String, String> form) {
        return shelf.release(form.getOrDefault("release", ""));
    }

    private static String field(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new Refused(400, "Cannot answer: nothing is given as " + name);
        }
        return value;
    }

    /** Writers for printing keep errors to themselves, and a query would go on for a browser that has left. */
    private static final class Unswallowed extends OutputStream {
        private final OutputStream out;

        Unswallowed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot send a file: " + e.getMessage(), e);
            }
        }
    }
}
