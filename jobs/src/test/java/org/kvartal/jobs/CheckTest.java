package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.TinyProject.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kvartal check} after a night on rows of which some break rules, each in its own way. */
class CheckTest {
    private static final int MANY = 1_200;

    /** Lines 51 to 53 of the file; line 50 has an amount that is none. */
    private static final String WRONG_DEALS = """
            D50,Harbour,ann,Axe,Won,10.00,2024-02-01,2024-01-01
            D51,Harbour,ann,,Won,0.50,2024-02-01,2024-03-01
            D51,Harbour,ann,Axe,Lost,7.00,2024-02-01,2024-03-01
            """;

    private static final String MORE_RULES = """
              won-for-nothing:
                table: opportunities
                column: amount
                severity: error
                fails: outcome = 'won' and amount < 1
                because: A won opportunity needs its amount.
            """;

    @TempDir
    static Path folder;

    private static TinyProject project;
    private static Outcome night;

    @BeforeAll
    static void runTheNight() throws IOException {
        project = TinyProject.in(folder);
        append("conf/quality.yaml", MORE_RULES);
        append("data/deals.csv", WRONG_DEALS);
        append(
                "data/deals.csv",
                IntStream.range(0, MANY)
                        .mapToObj("X%04d,Mill,bob,Nail,Open,5.00,2024-06-01,\n"::formatted)
                        .collect(Collectors.joining()));
        append("data/articles.csv", "Awl,,1.00\n");
        night = project.runNight();
    }

    private static void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardOpenOption.APPEND);
    }

    private static Outcome check(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "check";
        args[1] = "--out";
        args[2] = project.output().toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return TinyProject.run(args);
    }

    @Test
    void isWhatTheNightItselfAdvises() {
        assertThat(night.exitCode()).as(night.err()).isEqualTo(1);
        assertThat(night.err())
                .endsWith("kvartal: published with quarantined rows of opportunities, products; list them with:"
                        + " kvartal check --out " + project.output() + " --as-of 2024-06-30\n");
    }

    @Test
    void summarisesTheBrokenRulesBeforeTheRows() {
        Outcome outcome = check("--format", "table");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("""
                table          rule                   column          severity    checked_count  failed_count  failed_rate
                opportunities  closed-before-created  closed_at       quarantine  1251           1             0.000799
                opportunities  type                   amount          quarantine  1252           1             0.000799
                opportunities  unique-key             opportunity_id  quarantine  1251           1             0.000799
                products       required               name            quarantine  3              1             0.333333
                opportunities  won-for-nothing        amount          error       1251           1             0.000799
                opportunities  reference              product_id      warning     1249           1200          0.960769
                (6 rows)

                table          rule                   severity    key        column""");
        assertThat(outcome.out()).endsWith("(1205 rows)\n");
    }

    @Test
    void listsEveryRowThatFailedWithItsOrigin() {
        Outcome outcome = check("--format", "csv");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("failed_rate", "(6 rows)");
        assertThat(outcome.out()).startsWith("""
                table,rule,severity,key,column,value,reason,source,file,line
                opportunities,closed-before-created,quarantine,crm:D50,closed_at,2024-01-01T00:00Z,\
                An opportunity cannot close before it was created.,crm,deals.csv,51
                opportunities,type,quarantine,,amount,n/a,"amount must be an amount of at most 16 digits before the point,\
                 as 1234.50",crm,deals.csv,50
                opportunities,unique-key,quarantine,crm:D51,opportunity_id,crm:D51,another row has the same\
                 opportunity_id and other values; keep one of them,crm,deals.csv,53
                products,required,quarantine,crm:Awl,name,,name has no value,crm,articles.csv,4
                opportunities,won-for-nothing,error,crm:D51,amount,0.50,A won opportunity needs its amount.,\
                crm,deals.csv,52
                opportunities,reference,warning,crm:X0000,product_id,crm:Nail,product_id names no row of products;\
                 enter it there or correct the reference,crm,deals.csv,54
                """);
        assertThat(outcome.out().lines()).hasSize(1 + 5 + MANY);
    }

    @Test
    void listsTheRowsOfOneRuleWithoutASummary() {
        assertThat(check("--rule", "won-for-nothing", "--format", "csv")).isEqualTo(new Outcome(1, """
                table,rule,severity,key,column,value,reason,source,file,line
                opportunities,won-for-nothing,error,crm:D51,amount,0.50,A won opportunity needs its amount.,\
                crm,deals.csv,52
                """, ""));
    }

    @Test
    void listsTheRowsOfOneTableAsJson() {
        Outcome outcome = check("--table", "products", "--rule", "required", "--format", "json");

        assertThat(outcome).isEqualTo(new Outcome(1, """
                [{"table":"products","rule":"required","severity":"quarantine","key":"crm:Awl","column":"name",\
                "value":null,"reason":"name has no value","source":"crm","file":"articles.csv","line":4}]
                """, ""));
    }

    @Test
    void endsWithZeroWhereThereAreOnlyWarnings() {
        Outcome outcome = check("--rule", "reference", "--as-of", TinyProject.AS_OF, "--format", "csv");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines()).hasSize(1 + MANY);
    }

    @Test
    void endsWithZeroWhereNothingFailed() {
        assertThat(check("--table", "accounts")).isEqualTo(new Outcome(0, """
                table  rule  column  severity  checked_count  failed_count  failed_rate
                (0 rows)

                table  rule  severity  key  column  value  reason  source  file  line
                (0 rows)
                """, ""));
    }

    @Test
    void saysWhichRuleWasProbablyMeant() {
        Outcome outcome = check("--rule", "closed-before-create");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("kvartal: Cannot check rule closed-before-create: there is none;"
                        + " did you mean closed-before-created? There are allowed, closed-before-created, ");
    }

    @Test
    void takesNamesAsNamesAndNotAsSql() {
        assertThat(check("--table", "x' or '1'='1").err())
                .startsWith(
                        "kvartal: Cannot check table x' or '1'='1: there is none; There are absences, accounts, activities");
    }

    @Test
    void cannotCheckADateThatIsNotPublished() {
        assertThat(check("--as-of", "2024-06-29")).isEqualTo(new Outcome(3, "", """
                kvartal: Cannot check %s as of 2024-06-29: published dates are [2024-06-30]
                """.formatted(project.output())));
    }
}
