package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultFormatTest {
    private static final String EVERY_TYPE = """
            select 'Axe' as name, 1234567.50::decimal(18, 2) as amount, 0.25::double as share, 7::bigint as pieces,
                   date '2024-02-29' as day, timestamptz '2024-02-29 23:30:00+01' as moment, true as won
            union all
            select null, null, null, null, null, null, null
            """;

    @Test
    void printsCsvThatMachinesReadAlike() throws SQLException {
        assertThat(print(ResultFormat.CSV, EVERY_TYPE)).isEqualTo("""
                name,amount,share,pieces,day,moment,won
                Axe,1234567.50,0.25,7,2024-02-29,2024-02-29T22:30:00Z,true
                ,,,,,,
                """);
    }

    @Test
    void quotesInCsvOnlyWhatNeedsIt() throws SQLException {
        assertThat(print(
                        ResultFormat.CSV,
                        "select 'plain text' as \"plain\", 'a,b' as \"with, comma\", 'say \"hi\"' as quotes,"
                                + " 'two' || chr(10) || 'lines' as lines, 'semi;colon' as semicolon"))
                .isEqualTo("plain,\"with, comma\",quotes,lines,semicolon\n"
                        + "plain text,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",semi;colon\n");
    }

    @Test
    void keepsEveryDigitOfADecimal() throws SQLException {
        String sql = "select 0.0000000001::decimal(20, 10) as rate, 1234567890123456.78::decimal(18, 2) as amount";

        assertThat(print(ResultFormat.CSV, sql)).isEqualTo("rate,amount\n0.0000000001,1234567890123456.78\n");
        assertThat(print(ResultFormat.JSON, sql)).isEqualTo("""
                [{"rate":0.0000000001,"amount":1234567890123456.78}]
                """);
    }

    @Test
    void printsJsonWithTheTypesThatJsonHas() throws SQLException {
        assertThat(print(ResultFormat.JSON, EVERY_TYPE)).isEqualTo("""
                [{"name":"Axe","amount":1234567.50,"share":0.25,"pieces":7,"day":"2024-02-29",\
                "moment":"2024-02-29T22:30:00Z","won":true},\
                {"name":null,"amount":null,"share":null,"pieces":null,"day":null,"moment":null,"won":null}]
                """);
    }

    @Test
    void escapesTextInJson() throws SQLException {
        assertThat(print(ResultFormat.JSON, "select 'say \"hi\"' || chr(10) || '\\' as text"))
                .isEqualTo("""
                [{"text":"say \\"hi\\"\\n\\\\"}]
                """);
    }

    @Test
    void printsInJsonNoNumberThatJsonDoesNotHave() throws SQLException {
        assertThat(print(ResultFormat.JSON, "select 'nan'::double as none, 'infinity'::double as endless"))
                .isEqualTo("""
                        [{"none":null,"endless":null}]
                        """);
    }

    @Test
    void printsTheHeaderOfAnEmptyResult() throws SQLException {
        String none = "select 1 as one where false";

        assertThat(print(ResultFormat.CSV, none)).isEqualTo("one\n");
        assertThat(print(ResultFormat.JSON, none)).isEqualTo("[]\n");
        assertThat(print(ResultFormat.TABLE, none)).isEqualTo("one\n(0 rows)\n");
    }

    @Test
    void alignsATableForPeople() throws SQLException {
        assertThat(print(
                        ResultFormat.TABLE, "select * from (values ('Axe', 7), ('Chainsaw', 123)) as t (name, pieces)"))
                .isEqualTo("""
                        name      pieces
                        Axe       7
                        Chainsaw  123
                        (2 rows)
                        """);
        assertThat(print(ResultFormat.TABLE, "select null as nothing")).isEqualTo("nothing\n\n(1 row)\n");
    }

    private static String print(ResultFormat format, String sql) throws SQLException {
        StringWriter text = new StringWriter();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                PrintWriter out = new PrintWriter(text)) {
            statement.execute("set TimeZone = 'UTC'");
            try (ResultSet rows = statement.executeQuery(sql)) {
                format.to(out).print(rows);
            }
        }
        return text.toString();
    }
}
