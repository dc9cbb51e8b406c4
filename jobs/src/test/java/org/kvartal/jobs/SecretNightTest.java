package org.kvartal.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One night in a process of its own, that reads a database by a password: the password is nowhere but in the environment
 * of the process, nobody else can reach the process, and nobody else can read what it left.
 */
class SecretNightTest {
    private static final String CANARY = "c4n4ry+Vogel/7 & so=weiter";
    private static final String VARIABLE = "KVARTAL_TEST_PASSWORD";

    private static final String SOURCE = """
            kind: jdbc
            extract:
              rival: { table: RIVAL, into: competitors, key: [ID] }
            """;

    private static final String MAPPING =
            "select ID as competitor_id, NAME as name, _source_file, _source_line from rival\n";

    @TempDir
    private static Path folder;

    private static TinyProject project;
    private static final List<String> PRINTED = new ArrayList<>();
    private static final Set<String> COMMAND_LINES = new TreeSet<>();
    private static final Set<String> LISTENERS = new TreeSet<>();

    @BeforeAll
    static void runNight() throws IOException, InterruptedException, SQLException {
        project = TinyProject.in(folder);
        writeDatabase();
        Path config = folder.resolve("conf/kvartal.yaml");
        Files.writeString(config, Files.readString(config).replace("quality:", """
                                  rivals: { preset: rivals, url: "jdbc:h2:file:../rivals", user: reader, password: "${%s}" }
                                quality:""".formatted(VARIABLE)));
        Files.createDirectories(folder.resolve("conf/sources/rivals"));
        Files.writeString(folder.resolve("conf/sources/rivals/source.yaml"), SOURCE);
        Files.writeString(folder.resolve("conf/sources/rivals/competitors.sql"), MAPPING);
        watchNight();
    }

    private static void writeDatabase() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("rivals"), "reader", CANARY);
                Statement statement = connection.createStatement()) {
            statement.execute("create table RIVAL (ID varchar(10) primary key, NAME varchar(40))");
            statement.execute("insert into RIVAL values ('r1', 'Borvik')");
        }
    }

    private static void watchNight() throws IOException, InterruptedException {
        ProcessBuilder builder = OwnProcess.of(project.night())
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().put(VARIABLE, CANARY);
        Process process = builder.start();
        try (BufferedReader err = process.errorReader()) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                PRINTED.add(line);
                process.info().commandLine().ifPresent(COMMAND_LINES::add);
                LISTENERS.addAll(Sockets.listeners(process.pid()));
            }
        }
        PRINTED.addAll(Files.readAllLines(folder.resolve("printed")));
        assertThat(process.waitFor()).as(String.join("\n", PRINTED)).isEqualTo(1);
    }

    @AfterAll
    static void forget() {
        List.of(PRINTED, COMMAND_LINES, LISTENERS).forEach(Collection::clear);
    }

    @Test
    void readTheDatabase() {
        assertThat(project.query("select name from crm.competitors").out()).isEqualTo("name\nBorvik\n");
    }

    @Test
    void hasThePasswordInNoFileInAnyEncoding() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(project.output())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(holdsCanary(file));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void hasThePasswordInNoTable() {
        project.publishedRows()
                .forEach((table, rows) -> assertThat(rows).as(table).noneMatch(row -> holdsCanary(row)));
    }

    @Test
    void printsThePasswordNowhereAndHasItInNoCommandLine() {
        assertThat(PRINTED).noneMatch(line -> holdsCanary(line));
        assertThat(COMMAND_LINES).isNotEmpty().noneMatch(line -> holdsCanary(line));
    }

    @Test
    void tellsOfARefusedPasswordWithoutIt() throws IOException, InterruptedException {
        ProcessBuilder builder = OwnProcess.of(
                "doctor",
                "--debug",
                "--config",
                folder.resolve("conf/kvartal.yaml").toString());
        builder.environment().put(VARIABLE, "wrong " + CANARY);
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(printed).contains("the user or the password is refused");
        assertThat(holdsCanary(printed)).as(printed).isFalse();
    }

    @Test
    void listensOnTheLoopbackAlone() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/net")), "sockets are listed in /proc alone");
        assertThat(LISTENERS).allMatch(address -> address.startsWith("127.") || address.startsWith("[::1]"));
    }

    @Test
    void leavesNothingThatOthersCanRead() throws IOException {
        assertThat(Files.getPosixFilePermissions(project.output()))
                .doesNotContain(
                        PosixFilePermission.OTHERS_READ,
                        PosixFilePermission.OTHERS_WRITE,
                        PosixFilePermission.OTHERS_EXECUTE);
    }

    private static List<String> holdsCanary(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        if (holdsCanary(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))) {
            found.add(file.toString());
        }
        if (file.toString().endsWith(".xlsx")) {
            try (InputStream in = Files.newInputStream(file);
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (holdsCanary(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1))) {
                        found.add(file + "!" + entry.getName());
                    }
                }
            }
        }
        return found;
    }

    private static boolean holdsCanary(String text) {
        return encodings().stream().anyMatch(text::contains);
    }

    /** The password as it is and as programs write such a thing; bytes are shown as Latin-1. */
    private static Set<String> encodings() {
        Set<String> all = new LinkedHashSet<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = CANARY.getBytes(charset);
            all.add(new String(bytes, StandardCharsets.ISO_8859_1));
            all.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            all.add(HexFormat.of().formatHex(bytes));
            all.add(HexFormat.of().withUpperCase().formatHex(bytes));
        }
        all.add(URLEncoder.encode(CANARY, StandardCharsets.UTF_8));
        all.add(CANARY.replace("&", "&amp;"));
        all.add(CANARY.replace("&", "\\u0026"));
        all.add(CANARY.replace("/", "\\/"));
        all.add(CANARY.replace("=", "\\="));
        all.add(new StringBuilder(CANARY).reverse().toString());
        return all;
    }
}
