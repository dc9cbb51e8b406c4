package org.kvartal.reports.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** An output folder with releases of one table, {@code crm.deals}, as a night leaves them. */
final class SmallRelease {
    static final String REPORT = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"/>"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-abc='\"/>"
            + "<title>Northwind: Quarterly report &amp; more</title></head><body>Report of %s</body></html>";

    private static final String DICTIONARY = """
            {"resources": [{"table": "crm.deals", "namespace": "crm", "description": "A <script>deal</script>.",
              "grain": ["deal_id"], "rows": 3, "newest": "2026-05-18", "grade": "A",
              "snippets": {"pandas": "import pandas\\nprint(1 < 2)"}, "schema": {"fields": [
              {"name": "deal_id", "label": "text", "unit": "", "references": "", "description": "Its id."},
              {"name": "amount", "label": "money", "unit": "EUR", "references": "offers", "description": "Worth."}
            ]}}]}
            """;

    private final Path output;

    SmallRelease(Path output) {
        this.output = output;
    }

    Path folder(String date) {
        return output.resolve("published/.releases").resolve(date + ".1");
    }

    /** Publishes a release whose report says its date. */
    void publish(String date) throws IOException {
        Path folder = folder(date);
        Path deals = Files.createDirectories(folder.resolve("data/crm/deals")).resolve("part-00000.parquet");
        write(folder.resolve("data/dictionary.json"), DICTIONARY);
        write(folder.resolve("report/en/index.html"), REPORT.formatted(date));
        write(folder.resolve("report/en/encyclopedia/products.html"), REPORT.formatted("products"));
        write(folder.resolve("report/en/report.pdf"), "%PDF");
        write(folder.resolve("audiences/board/crm/persons/part-00000.parquet"), "who is who");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "copy (select * from (values ('d1', 10.50::decimal(18,2)), ('<img src=x>', null), ('d3', 7))"
                            + " as deals(deal_id, amount)) to '" + deals + "' (format parquet)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        link(date, ".releases/" + date + ".1");
        link("latest", date);
    }

    private void link(String name, String target) throws IOException {
        Path link = output.resolve("published").resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(target));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
