package org.kvartal.reports.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;

class CsvExportTest {
    private static final TableSpec TABLE = TableSpec.of(
            "crm",
            "things",
            "A thing.",
            List.of("name"),
            Column.text("name", "Name."),
            Column.money("amount", "Amount."),
            Column.number("ratio", "Ratio.").in("fraction"),
            Column.date("day", "Day."),
            Column.instant("moment", "Moment."),
            Column.flag("open", "Open."));

    @TempDir
    private Path folder;

    private String written(CsvFiles manner, String... names) throws IOException, SQLException {
        Path table = Files.createDirectories(folder.resolve("things"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            statement.execute("create table things (name varchar, amount decimal(18,2), ratio double, day date,"
                    + " moment timestamptz, open boolean)");
            for (String name : names) {
                statement.execute("insert into things values ('" + name.replace("'", "''")
                        + "', -5.00, -0.25, '2024-12-31', '2024-12-31 23:59:59', true)");
            }
            statement.execute("copy things to '" + table.resolve("part-00000.parquet") + "' (format parquet)");
        }
        try (CsvExport export = CsvExport.open(manner, folder)) {
            export.export(TABLE, table);
        }
        return Files.readString(folder.resolve("things.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "'=1", "''-1"})
    void putsAnApostropheBeforeTextsThatSpreadsheetsWouldCompute(String formula) throws IOException, SQLException {
        String quoted = formula.matches("(?s).*[\r\n\t].*") ? "\"'" + formula + "\"" : "'" + formula;
        assertThat(written(CsvFiles.PLAIN, formula).replace("\"'\tx\"", "'\tx"))
                .startsWith("name,amount,ratio,day,moment,open\n" + quoted.replace("\"'\tx\"", "'\tx") + ",-5.00,");
    }

    @Test
    void leavesNumbersDatesMomentsAndOtherTextsAsTheyAre() throws IOException, SQLException {
        assertThat(written(CsvFiles.PLAIN, "'t Hooft", "a=b", "Žofia, \"Ltd\"", ""))
                .isEqualTo("""
                        name,amount,ratio,day,moment,open
                        't Hooft,-5.00,-0.25,2024-12-31,2024-12-31T23:59:59Z,true
                        a=b,-5.00,-0.25,2024-12-31,2024-12-31T23:59:59Z,true
                        "Žofia, ""Ltd""\",-5.00,-0.25,2024-12-31,2024-12-31T23:59:59Z,true
                        "",-5.00,-0.25,2024-12-31,2024-12-31T23:59:59Z,true
                        """);
    }

    @Test
    void beginsWithAMarkForSpreadsheetsOnly() throws IOException, SQLException {
        assertThat(written(CsvFiles.SPREADSHEET, "x")).startsWith("\uFEFFname,amount,");
        assertThat(written(CsvFiles.PLAIN, "x")).startsWith("name,amount,");
    }

    @Test
    void hasAHeaderWhenThereIsNoRow() throws IOException, SQLException {
        assertThat(written(CsvFiles.PLAIN)).isEqualTo("name,amount,ratio,day,moment,open\n");
    }
}
