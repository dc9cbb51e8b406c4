package org.kvartal.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a night publishes tells nobody who a person is, and nothing of groups too small to hide one. */
class PublishedPersonsTest {
    private static final Pattern PERSON = Pattern.compile(TinyProject.PERSONS);
    private static final Pattern NAME = Pattern.compile("(?i)Brackwater|people\\.example");
    private static final Pattern BASE_64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}={0,2}");
    private static final long MINIMUM = 5;

    @Test
    void noFileTellsNameMailTelephoneOrIdOfAnyone() throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : files()) {
            Matcher found = PERSON.matcher(text(file));
            if (found.find()) {
                leaks.add(file + " has " + found.group());
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(files())
                .extracting(Path::toString)
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".xlsx"))
                .anyMatch(name -> name.endsWith("crm/users.csv"))
                .anyMatch(name -> name.endsWith("dictionary.html"))
                .anyMatch(name -> name.contains("crm/users/"));
    }

    @Test
    void noFileTellsANameInAnotherEncoding() throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : files()) {
            for (String reading : readings(file)) {
                Matcher found = NAME.matcher(reading);
                if (found.find()) {
                    leaks.add(file + " has " + found.group());
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void findsNamesWhateverTheirEncoding() throws IOException {
        Path file = Files.createTempFile("reading", ".txt");
        String name = "Una Brackwater";
        for (byte[] bytes : List.of(
                name.getBytes(StandardCharsets.UTF_16LE),
                name.getBytes(StandardCharsets.UTF_16BE),
                "Una%20Br%61ckwater".getBytes(StandardCharsets.UTF_8),
                "Una Brac\\u006Bwater".getBytes(StandardCharsets.UTF_8),
                "Una &#66;rackwater, &#x42;rackwater".getBytes(StandardCharsets.UTF_8),
                "Una Brack\u00ADwa\u200Bter".getBytes(StandardCharsets.UTF_8),
                Base64.getEncoder().encode(name.getBytes(StandardCharsets.UTF_8)))) {
            Files.write(file, bytes);
            assertThat(readings(file))
                    .as(new String(bytes, StandardCharsets.UTF_8))
                    .anyMatch(reading -> NAME.matcher(reading).find());
        }
        Files.delete(file);
    }

    /** A file as it may be read: by bytes without those of 16-bit letters, its escapes resolved, its base 64 decoded. */
    private static List<String> readings(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String resolved = bytes;
        for (Pattern escape : List.of(
                Pattern.compile("%([0-9A-Fa-f]{2})"),
                Pattern.compile("\\\\u00([0-9A-Fa-f]{2})"),
                Pattern.compile("&#[xX]([0-9A-Fa-f]{2});"))) {
            resolved = escape.matcher(resolved).replaceAll(hit -> letter(hit.group(1), 16));
        }
        resolved = Pattern.compile("&#(\\d{2,3});").matcher(resolved).replaceAll(hit -> letter(hit.group(1), 10));
        StringBuilder decoded = new StringBuilder();
        Matcher packed = BASE_64.matcher(bytes);
        while (packed.find()) {
            decoded.append(decoded(packed.group())).append(' ');
        }
        String invisible = new String(resolved.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("[\u00AD\u200B-\u200D\u2060\uFEFF]", "");
        return List.of(bytes.replace("\0", ""), resolved, invisible, decoded.toString());
    }

    private static String letter(String digits, int radix) {
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits, radix) & 0xFF));
    }

    private static String decoded(String text) {
        try {
            return new String(
                    Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    /** A table tells by its dictionary which column counts the persons behind a row. */
    @Test
    void noGroupOfFewPersonsHasFiguresAndNoneCanBeHadBySubtraction() throws IOException, SQLException {
        int checked = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (JsonNode table : new ObjectMapper()
                    .readTree(release().resolve("data/dictionary.json").toFile())
                    .get("resources")) {
                for (JsonNode column : table.get("schema").get("fields")) {
                    if (column.get("sensitivity").asText().equals("group")) {
                        check(connection, table, column.get("name").asText());
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(4);
    }

    private static void check(Connection connection, JsonNode table, String column) throws SQLException {
        String name = table.get("table").asText();
        String from = " from '" + release().resolve("data/" + name.replace('.', '/')) + "/*.parquet' ";
        assertThat(number(connection, "select count(*)" + from + "where " + column + " < " + MINIMUM))
                .as("small groups in " + name)
                .isZero();
        List<String> key = new ArrayList<>();
        table.get("grain").forEach(one -> key.add(one.asText()));
        if (key.contains("scope")) {
            String of = key.stream()
                    .filter(one ->
                            !List.of("scope", "member", "team_id", "programme").contains(one))
                    .map(one -> '"' + one + '"')
                    .collect(Collectors.joining(", "));
            String by = of.isEmpty() ? "" : of + ", ";
            String parts = "select " + by + "scope, sum(" + column + ") as shown" + from
                    + "where scope in ('team', 'region', 'segment') group by " + by + "scope";
            String totals = "select " + by + column + " as whole" + from + "where scope = 'total'";
            String join = of.isEmpty() ? "on true" : "using (" + of + ")";
            assertThat(number(
                            connection,
                            "select count(*) from (" + parts + ") p join (" + totals + ") t " + join
                                    + " where whole - shown between 1 and " + (MINIMUM - 1)))
                    .as("what is left of the totals of " + name)
                    .isZero();
        }
    }

    @Test
    void theLargeTeamIsShownAndTheOthersAreNot() {
        assertThat(UndisturbedNight.PROJECT
                        .query("select team_id, person_count from forecast.adoption_use"
                                + " where grain = 'month' and first_day = date '2024-06-01' order by scope, team_id")
                        .out())
                .isEqualTo("""
                        team_id,person_count
                        crm:Large,10
                        crm:Middle,
                        crm:Pair,
                        ,18
                        """);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Path release() {
        assertThat(UndisturbedNight.OUTCOME.exitCode()).isLessThanOrEqualTo(1);
        return UndisturbedNight.PROJECT.release();
    }

    private static List<Path> files() throws IOException {
        Path release = release().toRealPath();
        try (Stream<Path> found = Files.walk(release)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String text(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".parquet")) {
            return parquet(file);
        }
        if (name.endsWith(".xlsx")) {
            return entries(file);
        }
        if (name.endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                return new PDFTextStripper().getText(document);
            }
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static String parquet(Path file) {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from '" + file + "'")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    text.append(rows.getObject(i)).append('\n');
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static String entries(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
