package org.kvartal.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project of some dozen opportunities in CSV files, for tests. */
final class TinyProject {
    static final String AS_OF = "2024-06-30";

    /** A value that is no amount; the row is otherwise like the others. */
    private static final String BROKEN_ROW = "D98,Harbour,ann,Axe,Won,n/a,2024-02-01,2024-03-01\n";

    private static final String MENDED_ROW = "D98,Harbour,ann,Axe,Won,500.00,2024-02-01,2024-03-01\n";

    private static final String CONFIG = """
            project:
              name: Tiny
              currency: EUR
              time-zone: UTC
            output:
              folder: ../out
            sources:
              crm: { preset: tiny, folder: ../data }
            quality:
              rules: quality.yaml
            publication:
              pseudonym-key: "file:pseudonym-key"
            """;

    private static final String RULES = """
            rules:
              closed-before-created:
                table: opportunities
                column: closed_at
                severity: quarantine
                fails: closed_at < created_at
                because: An opportunity cannot close before it was created.
            """;

    private static final String PRESET = """
            kind: csv
            extract:
              deals:
                file: deals.csv
                into: opportunities
                key: [id]
                columns: { amount: money, created: date, closed: date }
              articles:
                file: articles.csv
                into: products
                key: [sku]
                columns: { price: money }
              people:
                file: people.csv
                into: users
                key: [id]
              contacts:
                file: contacts.csv
                into: contacts
                key: [id]
              log:
                file: log.csv
                into: usage_events
                key: [person, day]
                columns: { day: date }
            """;

    private static final String OPPORTUNITIES_SQL = """
            select id                          as opportunity_id,
                   account                     as account_id,
                   seller                      as owner_id,
                   article                     as product_id,
                   stage,
                   lower(stage)                as outcome,
                   amount,
                   amount                      as amount_original,
                   'EUR'                       as currency,
                   cast(created as timestamp)  as created_at,
                   cast(closed as timestamp)   as closed_at,
                   _source_file,
                   _source_line
            from deals
            """;

    private static final String PRODUCTS_SQL =
            "select sku as product_id, label as name, price as list_price, _source_file, _source_line from articles\n";

    private static final String USERS_SQL =
            "select id as user_id, name, mail as email, team as team_id, true as active,"
                    + " _source_file, _source_line from people\n";

    private static final String CONTACTS_SQL =
            "select id as contact_id, name, mail as email, phone, _source_file, _source_line from contacts\n";

    private static final String USAGE_SQL = "select person as user_id, day, 'offer' as function, 1 as count,"
            + " _source_file, _source_line from log\n";

    /** By what persons could be known: their names, mail addresses, telephones and ids. */
    static final String PERSONS = "Brackwater|people\\.example|\\+421 900|\\b(crm:)?(ann|bob|u\\d\\d|c\\d\\d)\\b";

    private static final int PERSONS_COUNT = 18;

    private static final String ARTICLES = "sku,label,price\nAxe,Splitting axe,90.00\nSaw,Hand saw,40.00\n";

    private final Path folder;
    private final String asOf;

    private TinyProject(Path folder, String asOf) {
        this.folder = folder;
        this.asOf = asOf;
    }

    /** Writes the project, in which one opportunity has an amount that is none. */
    static TinyProject in(Path folder) {
        TinyProject project = new TinyProject(folder, AS_OF);
        project.write("conf/kvartal.yaml", CONFIG);
        project.write("conf/quality.yaml", RULES);
        project.write("conf/pseudonym-key", "tiny\n");
        project.write("conf/sources/tiny/source.yaml", PRESET);
        project.write("conf/sources/tiny/opportunities.sql", OPPORTUNITIES_SQL);
        project.write("conf/sources/tiny/products.sql", PRODUCTS_SQL);
        project.write("conf/sources/tiny/users.sql", USERS_SQL);
        project.write("conf/sources/tiny/contacts.sql", CONTACTS_SQL);
        project.write("conf/sources/tiny/usage_events.sql", USAGE_SQL);
        project.write("data/people.csv", people());
        project.write(
                "data/contacts.csv", "id,name,mail,phone\nc01,Una Brackwater,una@people.example,+421 900 111 222\n");
        project.write("data/log.csv", log());
        project.write("data/articles.csv", ARTICLES);
        project.write("data/deals.csv", deals() + BROKEN_ROW);
        return project;
    }

    /** The same project on another date. */
    TinyProject on(String date) {
        return new TinyProject(folder, date);
    }

    /** Keeps the lake in an object store, whose catalog is a database beside the output. */
    void useObjectStore(String endpoint, String accessKey) {
        write("conf/access-key", accessKey + "\n");
        write("conf/secret-key", "any\n");
        String lake = """
                output:
                  lake:
                    warehouse: s3://tiny/lake
                    endpoint: %s
                    path-style: true
                    access-key: "file:access-key"
                    secret-key: "file:secret-key"
                    catalog: jdbc:h2:file:../catalog
                """.formatted(endpoint);
        write("conf/kvartal.yaml", CONFIG.replace("output:\n", lake));
    }

    void mendTheBrokenRow() {
        write("data/deals.csv", deals() + MENDED_ROW);
    }

    /** The last fifteen of its 49 deals are gone from the export. */
    void loseDeals() {
        List<String> rows = (deals() + MENDED_ROW).lines().toList();
        write("data/deals.csv", String.join("\n", rows.subList(0, rows.size() - 15)) + "\n");
    }

    /** The command line of a night of another date, with settings of its own. */
    String[] night(String asOf, String... settings) {
        List<String> command = new ArrayList<>(
                List.of("run", "--config", folder.resolve("conf/kvartal.yaml").toString(), "--as-of", asOf));
        for (String setting : settings) {
            command.addAll(List.of("--set", setting));
        }
        return command.toArray(new String[0]);
    }

    /** 48 deals, one every ten days: 16 won, 16 lost and, of the last ones, 16 open. */
    private static String deals() {
        StringBuilder rows = new StringBuilder("id,account,seller,article,stage,amount,created,closed\n");
        LocalDate created = LocalDate.parse("2023-03-01");
        for (int i = 0; i < 48; i++) {
            String stage = i >= 32 ? "Open" : i % 2 == 0 ? "Won" : "Lost";
            rows.append("D%02d,%s,%s,%s,%s,%d.50,%s,%s\n"
                    .formatted(
                            i,
                            i % 3 == 0 ? "Harbour" : "Mill",
                            i % 4 == 0 ? "ann" : "bob",
                            i % 5 == 0 ? "Saw" : "Axe",
                            stage,
                            100 + i,
                            created,
                            stage.equals("Open") ? "" : created.plusDays(20 + i % 7)));
            created = created.plusDays(10);
        }
        return rows.toString();
    }

    private static String person(int number) {
        return number == 0 ? "ann" : number == 1 ? "bob" : "u%02d".formatted(number);
    }

    /** Ten persons in one team, six in another, and two in a third that is too small to be shown. */
    private static String people() {
        StringBuilder rows = new StringBuilder("id,name,mail,team\n");
        for (int i = 0; i < PERSONS_COUNT; i++) {
            String team = i < 10 ? "Large" : i < 16 ? "Middle" : "Pair";
            rows.append("%s,Person%d Brackwater,%d@people.example,%s%n".formatted(person(i), i, i, team));
        }
        return rows.toString();
    }

    /** Who used the CRM in the last two weeks: everyone on most of the days. */
    private static String log() {
        StringBuilder rows = new StringBuilder("person,day\n");
        for (int i = 0; i < PERSONS_COUNT; i++) {
            for (int day = 17; day <= 28; day++) {
                if (day != 22 && day != 23 && (i + day) % 4 > 0) {
                    rows.append("%s,2024-06-%d%n".formatted(person(i), day));
                }
            }
        }
        return rows.toString();
    }

    private void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    Path output() {
        return folder.resolve("out");
    }

    Path release() {
        return output().resolve("published").resolve(asOf);
    }

    /** The command line of a night. */
    String[] night() {
        return new String[] {
            "run", "--config", folder.resolve("conf/kvartal.yaml").toString(), "--as-of", asOf
        };
    }

    Outcome runNight() {
        return run(night());
    }

    Outcome query(String sql) {
        return run("query", "--out", output().toString(), "--format", "csv", sql);
    }

    Outcome ledger(String... options) {
        List<String> command = new ArrayList<>(List.of("ledger", "--out", output().toString(), "--format", "csv"));
        command.addAll(List.of(options));
        return run(command.toArray(new String[0]));
    }

    /** Runs a command in this process. */
    static Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    /** How a command ended, and what it printed. */
    record Outcome(int exitCode, String out, String err) {}

    /** The SHA-256 sum of every file of the published datasets, by its path. */
    Map<String, String> publishedData() {
        Path data = release().resolve("data");
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> found = Files.walk(data)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                sums.put(data.relativize(file).toString(), sum(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + data + ": " + e.getMessage(), e);
        }
        return sums;
    }

    private static final Set<String> NEVER_EQUAL = Set.of("run.json", "manifest.json");

    /** The SHA-256 sum of every file of the release that tells neither a time nor how Parquet is encoded, by its path. */
    Map<String, String> publishedPages() {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> found = Files.walk(release().toRealPath())) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = release().toRealPath().relativize(file).toString();
                if (!NEVER_EQUAL.contains(name) && !name.endsWith(".parquet")) {
                    sums.put(name, sum(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + release() + ": " + e.getMessage(), e);
        }
        return sums;
    }

    /**
     * The rows of every published table, sorted, by the folder of the table. Two processes publish equal rows, but the
     * footers of Parquet files list encodings in an order that changes with the process.
     */
    Map<String, List<String>> publishedRows() {
        Path data = release().resolve("data");
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Stream<Path> found = Files.walk(data, 2)) {
            for (Path table : found.filter(path -> data.relativize(path).getNameCount() == 2)
                    .filter(Files::isDirectory)
                    .toList()) {
                tables.put(data.relativize(table).toString(), rows(connection, table));
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("Cannot read " + data + ": " + e.getMessage(), e);
        }
        return tables;
    }

    private static List<String> rows(Connection connection, Path table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet read = statement.executeQuery("select published::text from read_parquet('" + table
                        + "/*.parquet') as published order by 1")) {
            while (read.next()) {
                rows.add(read.getString(1));
            }
        }
        return rows;
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot sum: " + e.getMessage(), e);
        }
    }
}
