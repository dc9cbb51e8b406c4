package org.kvartal.reports.portal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.reports.data.RowPrinter;
import org.kvartal.reports.publish.Releases;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class PortalTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String ENDLESS =
            "select max(a.range) from range(10000000) a, range(10000000) b, range(1000) c";

    @TempDir
    private Path output;

    private SmallRelease release;
    private Portal portal;
    private RawBrowser browser;

    @BeforeEach
    void open() throws IOException {
        release = new SmallRelease(output);
        release.publish("2026-05-19");
        serve(new Limits(2, 2, Duration.ofMinutes(1), "200MB"));
    }

    private void serve(Limits limits) throws IOException {
        portal = Portal.open(new Releases(output), 0, TOKEN, limits, PortalTest::csv);
        browser = new RawBrowser(portal.port(), TOKEN);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    private static RowPrinter csv(PrintWriter out) {
        return (ResultSet rows) -> {
            while (rows.next()) {
                out.println(row(rows));
            }
            out.flush();
        };
    }

    private static String row(ResultSet rows) throws SQLException {
        return rows.getString(1);
    }

    private RawBrowser.Answer ask(String sql) throws IOException {
        return browser.post("/sql/answer", Map.of("id", "s1", "sql", sql));
    }

    @Test
    void listsReportsByDateAndFindsTheOneThatIsPublishedMeanwhile() throws IOException {
        assertThat(browser.get("/").body())
                .contains("/releases/2026-05-19/report/en/index.html", "Northwind: Quarterly report &amp; more")
                .contains("/releases/2026-05-19/report/en/encyclopedia/products.html", "report.pdf")
                .doesNotContain("2026-05-20");
        release.publish("2026-05-20");
        assertThat(browser.get("/").body()).containsSubsequence("2026-05-20", "Newest", "2026-05-19");
        assertThat(browser.get("/releases/latest/report/en/index.html").body()).contains("Report of 2026-05-20");
        assertThat(browser.get("/releases/2026-05-19/report/en/index.html").body())
                .contains("Report of 2026-05-19");
    }

    @Test
    void showsTablesWithTheirMeaningAndWhateverStandsInThemAsText() throws IOException {
        assertThat(browser.get("/tables").body()).contains("crm.deals").doesNotContain("<script>deal");
        assertThat(browser.get("/tables/crm.deals").body())
                .contains("Worth.", "&lt;img src=x&gt;", "part-00000.parquet", "A &lt;script&gt;deal")
                .contains("import pandas\nprint(1 &lt; 2)", "newest day 2026-05-18 · grade A", "/tables/crm.offers")
                .doesNotContain("<img");
        assertThat(browser.get("/sql?table=crm.deals").body())
                .contains("select * from crm.&quot;deals&quot;\nlimit 100");
        assertThat(browser.get("/tables/crm.nothing").status()).isEqualTo(404);
        assertThat(browser.get("/tables?release=2020-01-01").status()).isEqualTo(404);
    }

    @Test
    void answersAStatementAndSaysWhenThereAreMoreRows() throws IOException {
        assertThat(ask("select deal_id, amount from crm.deals order by deal_id desc limit 2")
                        .body())
                .contains("{\"name\":\"deal_id\",\"type\":\"varchar\",\"number\":false}")
                .contains("{\"name\":\"amount\",\"type\":\"decimal(18,2)\",\"number\":true}")
                .contains("\"rows\":[[\"d3\",\"7.00\"],[\"d1\",\"10.50\"]]", "\"limited\":false");
        assertThat(ask("select * from crm.deals").body()).contains("\"limited\":true");
        assertThat(ask("select null as nothing").body()).contains("\"rows\":[[null]]");
    }

    @Test
    void sendsAllRowsAsAFileAndTellsOfAMistakeInsteadOfOne() throws IOException {
        RawBrowser.Answer file =
                browser.post("/sql/file", Map.of("sql", "select range from range(5)", "name", "a/../b"));
        assertThat(file.headers()).contains("attachment; filename=\"a_.._b-2026-05-19.csv\"", "text/csv");
        assertThat(file.body()).isEqualTo("0\n1\n2\n3\n4\n");
        RawBrowser.Answer mistake = browser.post("/sql/file", Map.of("sql", "select nothing"));
        assertThat(mistake.status()).isEqualTo(422);
        assertThat(mistake.body()).contains("Referenced column &quot;nothing&quot;");
    }

    @Test
    void sendsNothingOfAFileThatCannotBeFinished() throws IOException {
        String late = "select case when range < 100000 then 'x' else error('late') end from range(200000)";
        RawBrowser.Answer file = browser.post("/sql/file", Map.of("sql", late));
        assertThat(file.status()).isEqualTo(422);
        assertThat(file.body()).contains("late");
        assertThat(ask("select * from crm.deals order by 1 -- the end\n;").body())
                .contains("[[\"<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into crm.deals values ('d4', 1)",
                "update crm.deals set amount = 0",
                "delete from crm.deals",
                "create table t as select 1",
                "create view v as select 1",
                "drop view crm.deals",
                "copy (select 1) to '/tmp/kvartal-portal.csv'",
                "export database '/tmp/kvartal-portal'",
                "import database '/tmp/kvartal-portal'",
                "attach '/tmp/kvartal-portal.db'",
                "install httpfs",
                "load httpfs",
                "pragma database_list",
                "set enable_external_access = true",
                "reset lock_configuration",
                "call pragma_version()",
                "checkpoint",
                "vacuum",
                "begin",
                "prepare p as select 1",
                "select 1; select 2",
                "select 1; drop view crm.deals",
                "select * from read_csv('/etc/passwd')",
                "select * from '/etc/passwd'",
                "select * from read_text('/etc/passwd')",
                "select * from read_blob('/proc/self/environ')",
                "select * from glob('/etc/*')",
                "select * from read_json('http://127.0.0.1:1/x')",
                "select * from query('drop view crm.deals')",
                "select getenv('HOME')"
            })
    void refusesEverythingButAQueryOnTheReleaseAlone(String sql) throws IOException {
        assertThat(ask(sql).body()).startsWith("{\"error\":\"Cannot answer").doesNotContain("root:");
        assertThat(browser.post("/sql/file", Map.of("sql", sql)).status()).isEqualTo(422);
        assertThat(ask("select count(*) from crm.deals").body()).contains("[[\"3\"]]");
    }

    @Test
    void readsNoFileBesideTheDatasetsOfItsRelease() throws IOException {
        Path data = release.folder("2026-05-19").resolve("data").toRealPath();
        for (String path :
                new String[] {"/../report/en/index.html", "/../audiences/board/crm/persons/part-00000.parquet"}) {
            assertThat(ask("select * from read_text('" + data + path + "')").body())
                    .contains("Permission Error");
        }
    }

    @Test
    void stopsAStatementThatIsAskedToOrTakesTooLongOrTooMuch() throws Exception {
        CompletableFuture<RawBrowser.Answer> asked = CompletableFuture.supplyAsync(() -> {
            try {
                return ask(ENDLESS);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        do {
            browser.post("/sql/stop", Map.of("id", "s1"));
        } while (!ended(asked));
        assertThat(asked.get().body()).contains("Stopped: as asked");
        assertThat(ask("select list(range) from range(1000000000)").body()).contains("Out of Memory Error");
        portal.close();
        serve(new Limits(1, 2, Duration.ofMillis(300), "200MB"));
        assertThat(ask(ENDLESS).body()).contains("Stopped: it took longer than");
    }

    private static boolean ended(CompletableFuture<?> asked) throws Exception {
        try {
            asked.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Test
    void answersOnlySoManyStatementsAtATime() throws IOException {
        portal.close();
        serve(new Limits(0, 2, Duration.ofMinutes(1), "200MB"));
        assertThat(ask("select 1").body()).contains("Cannot answer yet: 0 statements are running");
    }

    @Test
    void letsInWhoKnowsTheTokenAndNobodyElse() throws IOException {
        RawBrowser stranger = browser.with("Cookie", "");
        assertThat(stranger.get("/").status()).isEqualTo(401);
        assertThat(stranger.get("/?token=0123456789abcdee").status()).isEqualTo(401);
        assertThat(browser.with("Cookie", "kvartal-" + portal.port() + "=" + TOKEN + "0")
                        .get("/")
                        .status())
                .isEqualTo(401);
        assertThat(stranger.get("/tables").status()).isEqualTo(401);
        assertThat(stranger.get("/releases/latest/report/en/index.html").status())
                .isEqualTo(401);
        assertThat(stranger.post("/sql/answer", Map.of("id", "s", "sql", "select 1"))
                        .status())
                .isEqualTo(401);
        RawBrowser.Answer welcome = stranger.get("/?token=" + TOKEN);
        assertThat(welcome.status()).isEqualTo(303);
        assertThat(welcome.headers())
                .contains("set-cookie: kvartal-" + portal.port() + "=" + TOKEN + "; path=/; httponly; samesite=strict")
                .contains("location: /");
    }

    @Test
    void refusesOtherNamesOfItsHostAndPagesOfOtherSites() throws IOException {
        assertThat(browser.with("Host", "localhost:" + portal.port()).get("/").status())
                .isEqualTo(200);
        for (String host :
                new String[] {"evil.example:" + portal.port(), "127.0.0.1", "127.0.0.1:80", "evil.example", ""}) {
            assertThat(browser.with("Host", host).get("/").status()).as(host).isIn(400, 403);
        }
        for (String origin : new String[] {"http://evil.example", "null", "https://127.0.0.1:" + portal.port()}) {
            RawBrowser site = browser.with("Origin", origin);
            assertThat(site.get("/").status()).as(origin).isEqualTo(403);
            assertThat(site.post("/sql/answer", Map.of("id", "s", "sql", "select 1"))
                            .status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(browser.send("POST", "/sql/answer", "id=s&sql=select+1").status())
                .isEqualTo(403);
        assertThat(browser.with("Sec-Fetch-Site", "cross-site").get("/").status())
                .isEqualTo(403);
        assertThat(browser.with("Sec-Fetch-Site", "same-site").get("/").status())
                .isEqualTo(403);
        for (String method : new String[] {"PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"}) {
            assertThat(browser.send(method, "/", "").status()).as(method).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/releases/latest/audiences/board/crm/persons/part-00000.parquet",
                "/releases/latest/data/../audiences/board/crm/persons/part-00000.parquet",
                "/releases/latest/data/%2e%2e/audiences/board/crm/persons/part-00000.parquet",
                "/releases/latest/data/..%2faudiences/board/crm/persons/part-00000.parquet",
                "/releases/latest/data%2f..%2faudiences%2fboard%2fcrm%2fpersons%2fpart-00000.parquet",
                "/releases/latest/data/..%5caudiences",
                "/releases/latest/report/en/index.html%00.png",
                "/releases/latest/report/en",
                "/releases/../../../etc/passwd",
                "/releases/.releases/2026-05-19.1/report/en/index.html",
                "/releases/2026-05-19.1/report/en/index.html",
                "/releases/latest//etc/passwd",
                "/releases/latest/data/link/passwd",
                "/releases/latest/report/en/link.html",
                "/assets/../style/paper.css",
                "/assets/portal",
                "/nothing"
            })
    void findsNothingBesideReportsAndDatasets(String path) throws IOException {
        Files.createSymbolicLink(release.folder("2026-05-19").resolve("data/link"), Path.of("/etc"));
        Path secret = Files.writeString(output.resolve("secret.html"), "secret");
        Files.createSymbolicLink(release.folder("2026-05-19").resolve("report/en/link.html"), secret);
        RawBrowser.Answer answer = browser.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("who is who", "root:", "secret", "Report of");
    }

    @Test
    void allowsItsPagesNothingInlineAndReportsWhatTheyAllowThemselves() throws IOException {
        for (String path : new String[] {"/", "/tables", "/tables/crm.deals", "/sql", "/nothing"}) {
            RawBrowser.Answer page = browser.get(path);
            assertThat(page.headers())
                    .contains("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'", "x-content-type-options: nosniff", "cache-control: no-store")
                    .doesNotContain("unsafe", "access-control-allow");
            assertThat(page.body()).doesNotContainPattern("<style|<script>|style=|\\son[a-z]+=|https?://");
        }
        assertThat(browser.get("/releases/latest/report/en/index.html").headers())
                .contains(
                        "content-security-policy: default-src 'none'; style-src 'sha256-abc='; frame-ancestors 'none'");
        assertThat(browser.get("/releases/latest/report/en/report.pdf").headers())
                .contains("attachment;");
        assertThat(browser.with("Cookie", "").get("/assets/portal.js").headers())
                .contains("text/javascript");
    }

    @Test
    void refusesAStatementLongerThanAnyPersonWrites() throws IOException {
        assertThat(browser.post("/sql/answer", Map.of("id", "s", "sql", "x".repeat(100_001)))
                        .status())
                .isEqualTo(413);
        assertThat(browser.post("/sql/answer", Map.of("id", "s")).body()).contains("nothing is given as sql");
        assertThat(browser.get("/tables/%zz").status()).isEqualTo(400);
    }
}
