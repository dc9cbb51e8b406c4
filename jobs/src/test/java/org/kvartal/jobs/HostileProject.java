package org.kvartal.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.jobs.TinyProject.Outcome;

/** A project whose every name attacks, in files laid out as the clean tables, and one night of it. */
final class HostileProject {
    static final LocalDate AS_OF = LocalDate.parse("2024-06-30");
    private static final int PERSONS = 24;
    static final int REGIONS = 6;
    private static final int DEALS = 240;
    static final List<String> LANGUAGES = List.of("en", "ru", "sk", "pl", "fa");

    private static final int CLOSED = 180;
    private static final String NOON = " 12:00:00";

    private static final String CONFIG = """
            project:
              name: 'Tiny <script>document.title=`hostile`</script> {0} & "Co"'
              currency: EUR
              time-zone: UTC
              languages: [%s]
            output:
              folder: ../out
            sources:
              crm: { preset: files, folder: ../data }
            publication:
              pseudonym-key: "file:pseudonym-key"
            quality:
              rules: quality.yaml
            """.formatted(String.join(", ", LANGUAGES));

    private final Path folder;

    private HostileProject(Path folder) {
        this.folder = folder;
    }

    static HostileProject in(Path folder) {
        HostileProject project = new HostileProject(folder);
        project.write("conf/kvartal.yaml", CONFIG);
        project.write("conf/pseudonym-key", "tiny\n");
        for (String file : List.of(
                "quality.yaml",
                "sources/files/source.yaml",
                "sources/files/opportunities.sql",
                "sources/files/competitor_prices.sql")) {
            project.write("conf/" + file, text(Path.of("../conf").resolve(file)));
        }
        project.writeCustomers();
        project.writeOffer();
        project.writeRivals();
        project.writeDeals();
        project.writeTrainings();
        project.writeGoals();
        return project;
    }

    private void writeCustomers() {
        table(
                "accounts",
                "account_id,name,segment,industry,country,region",
                HostileNames.COUNT,
                i -> row(
                        "a" + i,
                        name("account", i),
                        name("segment", i % 3),
                        name("industry", i),
                        name("country", i),
                        region(i)));
        table(
                "users",
                "user_id,name,email,role,team_id,active,started_on",
                PERSONS,
                i -> row(
                        "u" + i,
                        name("person", i),
                        "u" + i + "@people.example",
                        "sales",
                        "t" + i % 3,
                        "true",
                        "2020-01-01"));
        table("teams", "team_id,name,region,kind", 3, i -> row("t" + i, name("team", i), region(i), "sales"));
    }

    private void writeOffer() {
        table(
                "products",
                "product_id,name,family,list_price,unit_cost,unit,active",
                HostileNames.COUNT,
                i -> row(product(i), name("product", i), name("family", i % 4), 50 + i, 20 + i, "piece", "true"));
        table(
                "campaigns",
                "campaign_id,name,channel,cost,started_on,ended_on",
                HostileNames.COUNT,
                i -> row("k" + i, name("campaign", i), name("channel", i), 1000, "2023-01-01", "2023-03-31"));
    }

    private void writeRivals() {
        table("competitors", "competitor_id,name", HostileNames.COUNT, i -> row(competitor(i), name("competitor", i)));
        table(
                "competitor_products",
                "competitor_product_id,competitor_id,name,product_id,match",
                HostileNames.COUNT,
                i -> row("cp" + i, competitor(i), name("rival", i), product(i), "exact"));
        table(
                "competitor_prices",
                "competitor_product_id,observed_on,price,origin",
                6 * HostileNames.COUNT,
                i -> row("cp" + i / 6, AS_OF.minusMonths(i % 6).minusDays(3), 40 + i % 17, name("origin", i)));
        table(
                "research_facts",
                "research_fact_id,competitor_id,fact,value,unit,remark,source,dated_on",
                HostileNames.COUNT,
                i -> row(
                        "rf" + i,
                        competitor(i),
                        name("fact", i),
                        i,
                        name("unit", i),
                        name("remark", i),
                        name("source", i),
                        AS_OF.minusDays(i)));
    }

    private void writeDeals() {
        table(
                "opportunities",
                "opportunity_id,name,account_id,owner_id,team_id,product_id,competitor_id,stage,outcome,"
                        + "amount,source,segment,campaign_id,lost_reason,created_at,closed_at,expected_close_date",
                DEALS,
                HostileProject::deal);
        table(
                "opportunity_competitors",
                "opportunity_id,competitor_id,competitor_price",
                DEALS,
                i -> row("o" + i, competitor(i), 90 + i % 50));
        table(
                "plans",
                "scope,month,amount",
                2 * REGIONS * 12,
                i -> row(
                        i < 12 * REGIONS ? "total" : "region:" + region(i / 12),
                        LocalDate.of(2024, 1 + i % 12, 1),
                        1500),
                i -> i < 12 || i >= 12 * REGIONS);
    }

    private static String deal(int i) {
        LocalDate created = LocalDate.of(2023, 1, 1).plusDays(2L * i);
        String outcome = i >= CLOSED ? "open" : i * 7 % 11 < 6 ? "won" : "lost";
        return row(
                "o" + i,
                name("deal", i),
                "a" + i % HostileNames.COUNT,
                "u" + i % PERSONS,
                "t" + i % 3,
                product(i % HostileNames.COUNT),
                competitor(i % HostileNames.COUNT),
                outcome.equals("open") ? name("stage", i % 4) : name("stage", outcome.equals("won") ? 4 : 5),
                outcome,
                200 + i * 37 % 301,
                name("way", i % 5),
                name("segment", i % 3),
                "k" + i % HostileNames.COUNT,
                outcome.equals("lost") ? name("reason", i % HostileNames.COUNT) : "",
                created + NOON,
                outcome.equals("open") ? "" : created.plusDays(20 + i % 30) + NOON,
                outcome.equals("open") ? AS_OF.plusDays(i % 120 - 20) : "");
    }

    private void writeTrainings() {
        table(
                "trainings",
                "training_id,programme,topic,held_on,hours",
                4,
                i -> row("tr" + i, name("programme", i % 2), name("topic", i), LocalDate.of(2024, 1 + i, 10), 4));
        table(
                "training_attendance",
                "training_id,user_id,status,score",
                PERSONS / 2,
                i -> row("tr" + i % 4, "u" + i, "attended", "0.8"));
        table(
                "surveys",
                "survey_id,survey,account_id,question,score,comment,asked_at,answered_at",
                40,
                i -> row(
                        "s" + i,
                        name("survey", 0),
                        "a" + i % HostileNames.COUNT,
                        name("question", i % 2),
                        1 + i % 10,
                        name("comment", i),
                        AS_OF.minusDays(i) + NOON,
                        AS_OF.minusDays(i) + NOON));
        table(
                "usage_events",
                "user_id,day,function,count",
                PERSONS * 10,
                i -> row("u" + i / 10, AS_OF.minusDays(3L + i % 10), name("function", i % 3), 2));
        table(
                "requests",
                "request_id,account_id,agent_id,team_id,product_id,channel,category,priority,status,opened_at,"
                        + "first_response_at,resolved_at,satisfaction",
                60,
                i -> row(
                        "r" + i,
                        "a" + i % HostileNames.COUNT,
                        "u" + i % PERSONS,
                        "t" + i % 3,
                        product(i % HostileNames.COUNT),
                        name("channel", i % 3),
                        name("category", i % 3),
                        name("priority", i % 3),
                        "resolved",
                        AS_OF.minusDays(1L + i) + " 08:00:00",
                        AS_OF.minusDays(1L + i) + " 10:00:00",
                        AS_OF.minusDays(1L + i) + " 15:00:00",
                        1 + i % 5));
    }

    /** Metrics come from a file too: what reads other files than the datasets, or does more than read, is refused. */
    private void writeGoals() {
        List<String> metrics = List.of(
                "win_rate",
                "sum(won_amount)",
                "(select count(*) from read_csv('/etc/passwd'))",
                "1); drop table x; --");
        table(
                "goals",
                "goal_id,goal,metric,dataset,filter,window_months,unit,target,better,set_on,due_on,owner",
                HostileNames.COUNT,
                i -> row(
                        "g" + i,
                        name("goal", i),
                        metrics.get(i % 4),
                        i % 4 == 0 ? "" : "mart.bookings_by_month",
                        i % 8 == 5 ? "1 = 1) or (1 = 1" : "",
                        3,
                        name("goalunit", i),
                        1000,
                        "higher",
                        "2024-01-01",
                        "2024-12-31",
                        name("owner", i)));
        table(
                "decisions",
                "decision_id,decision,rule,asked_on,owner,due_on,taken_on,taken,expected",
                HostileNames.COUNT,
                i -> row(
                        "d" + i,
                        name("decision", i),
                        name("rule", i),
                        "2024-02-01",
                        name("decider", i),
                        "2024-03-01",
                        i % 2 == 0 ? "2024-02-20" : "",
                        name("taken", i),
                        name("expected", i)));
    }

    static String name(String role, int number) {
        return HostileNames.of(role, number);
    }

    private static String region(int number) {
        return name("region", number % REGIONS);
    }

    private static String product(int number) {
        return HostileNames.id("p", number);
    }

    private static String competitor(int number) {
        return HostileNames.id("c", number % HostileNames.COUNT);
    }

    private static String row(Object... fields) {
        return Stream.of(fields)
                .map(field -> '"' + field.toString().replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private void table(String table, String head, int count, IntFunction<String> row) {
        table(table, head, count, row, any -> true);
    }

    private void table(String table, String head, int count, IntFunction<String> row, IntPredicate wanted) {
        List<String> lines = new ArrayList<>(List.of(head));
        IntStream.range(0, count).filter(wanted).mapToObj(row).forEach(lines::add);
        write("data/" + table + ".csv", String.join("\n", lines) + "\n");
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    Path output() {
        return folder.resolve("out");
    }

    Path release() {
        return output().resolve("published").resolve(AS_OF.toString());
    }

    Outcome runNight() {
        return TinyProject.run(
                "run", "--config", folder.resolve("conf/kvartal.yaml").toString(), "--as-of", AS_OF.toString());
    }
}
