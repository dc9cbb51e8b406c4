package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RepurchaseCommandTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @TempDir
    Path folder;

    /** Customers of rates that differ, some of whom stop; and three written by hand. */
    private Path purchases() throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("client,day,paid\n");
        csv.append("twice-a-day,2025-01-01,5\ntwice-a-day,2025-01-15,10\ntwice-a-day,2025-01-15,20\n");
        csv.append("late,2025-06-30,9\nlate,20250701,9\n");
        csv.append("returns,2025-03-01,9\nreturns,2025-03-08,-9\n");
        for (int client = 0; client < 300; client++) {
            double gap = 10 + random.nextInt(60);
            double end = random.nextDouble() * 300;
            for (double day = random.nextInt(60);
                    day < end || day < 60;
                    day += 1 - gap * Math.log(random.nextDouble())) {
                csv.append("c%d,%s,%d%n".formatted(client, START.plusDays((long) day), 10 + random.nextInt(9)));
            }
        }
        return Files.writeString(folder.resolve("purchases.csv"), csv);
    }

    private AnalyzeRun run(String... more) throws IOException {
        return run(purchases(), "client", "day", more);
    }

    private AnalyzeRun run(Path purchases, String customer, String date, String... more) {
        String usual =
                "repurchase --transactions %s --customer %s --date %s --until 2025-06-30 --horizon 91 --out %s --parameters %s"
                        .formatted(
                                purchases, customer, date, folder.resolve("out.csv"), folder.resolve("parameters.csv"));
        return AnalyzeRun.of(
                Stream.concat(Stream.of(usual.split(" ")), Stream.of(more)).toArray());
    }

    @Test
    void writesOneRowPerCustomerInWeeksWithOnePurchaseADay() throws IOException {
        AnalyzeRun run = run("--model", "bgnbd");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines).hasSize(304);
        assertThat(lines.get(0)).isEqualTo("customer,x,t_x,T,p_alive,expected");
        assertThat(lines.get(1)).startsWith("twice-a-day,1,2,25.7142857143,0.");
        assertThat(lines.get(2)).startsWith("late,0,0,0,1,");
        assertThat(lines.get(3)).startsWith("returns,1,1,");
        assertThat(run.out().lines().toList())
                .hasSize(10)
                .startsWith("model=bgnbd")
                .contains("customers=303", "customers_of_the_last_day=1")
                .anyMatch(line -> line.matches("r=[0-9.]+"))
                .anyMatch(line -> line.matches("log_likelihood=-[0-9.]+"));
        assertThat(Files.readAllLines(folder.resolve("parameters.csv")))
                .hasSize(6)
                .startsWith("model,parameter,estimate,se")
                .allMatch(line -> line.split(",", -1).length == 4);
    }

    @Test
    void takesTheLikelierModelAndAddsTheSpend() throws IOException {
        assertThat(run("--amount", "paid").exitCode()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0))
                .isEqualTo("customer,x,t_x,T,p_alive,expected,mean_amount,expected_amount,expected_value");
        assertThat(lines.get(1).split(",")[6]).isEqualTo("30");
        assertThat(lines.get(3)).startsWith("returns,0,0,").contains(",,");
        List<String> rows = Files.readAllLines(folder.resolve("parameters.csv"));
        double chosen = logLikelihood(rows, 5);
        assertThat(chosen).isGreaterThan(logLikelihood(rows, 10));
        assertThat(rows.get(11)).startsWith("gammagamma,p,");
    }

    private static double logLikelihood(List<String> rows, int row) {
        assertThat(rows.get(row)).contains(",log_likelihood,");
        return Double.parseDouble(rows.get(row).split(",")[2]);
    }

    /** Of twelve months the last eleven are opportunities; what was bought in one month is one purchase. */
    @Test
    void countsOpportunitiesForWhomBuysOnceAMonth() throws IOException {
        AnalyzeRun run = run("--model", "bgbb", "--opportunity", "month", "--amount", "paid");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("model=bgbb").contains("alpha=", "delta=", "spend_correlation=");
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(1)).startsWith("twice-a-day,0,0,5,");
        assertThat(lines.get(2)).startsWith("late,0,0,0,");
        assertThat(run.err()).contains("1 rows of a negative amount are returns");
    }

    @Test
    void valuesCustomersAndCohortsWithIntervals() throws IOException {
        Path cohorts = folder.resolve("cohorts.csv");
        AnalyzeRun run = run("--amount", "paid", "--margin", "0.4", "--cohorts", cohorts.toString());
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0)).endsWith(",expected_value,clv,clv_lo,clv_hi");
        double sum = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double value = Double.parseDouble(cells[9]);
            assertThat(value).isBetween(0.0, 0.4 * Double.parseDouble(cells[8]) + 1e-9);
            assertThat(Double.parseDouble(cells[10])).isLessThanOrEqualTo(Double.parseDouble(cells[11]));
            sum += value;
        }
        List<String> totals = Files.readAllLines(cohorts);
        assertThat(totals.get(0)).isEqualTo("cohort,customers,clv,clv_lo,clv_hi");
        assertThat(totals.get(1)).startsWith("2025-01,");
        String[] all = totals.get(totals.size() - 1).split(",");
        assertThat(all[0] + all[1]).isEqualTo("all303");
        assertThat(Double.parseDouble(all[2])).isCloseTo(sum, within(1e-6));
        assertThat(sum).isBetween(Double.parseDouble(all[3]), Double.parseDouble(all[4]));
        assertThat(run.out())
                .contains("clv_horizon_days=91", "clv_margin=0.4", "clv_discount=0.1", "clv_total=" + all[2]);
    }

    @Test
    void holdsTheModelAgainstWhatCame() throws IOException {
        Path checks = folder.resolve("checks.csv");
        AnalyzeRun run = run("--model", "bgnbd", "--holdout", "2025-04-30", "--checks", checks.toString());
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(checks);
        assertThat(lines.get(0)).isEqualTo("check,group,customers,actual,expected,error");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("by purchases before,0,"))
                .anyMatch(line -> line.startsWith("repeats in total,2025-06-30,"))
                .anyMatch(line -> line.startsWith("mean absolute error,silent is gone,302,,,"));
        String total = lines.stream()
                .filter(line -> line.startsWith("all,all,302,"))
                .findFirst()
                .orElseThrow();
        double actual = Double.parseDouble(total.split(",")[3]);
        assertThat(Double.parseDouble(total.split(",")[4])).isBetween(0.7 * actual, 1.3 * actual);
        assertThat(run.out()).contains("holdout_customers=302", "holdout_error.as_before=");
    }

    @Test
    void refusesOptionsThatDoNotFit() throws IOException {
        assertThat(run("--model", "bgbb").err()).contains("Invalid --opportunity: it goes with --model bgbb");
        assertThat(run("--opportunity", "year").err()).contains("Invalid --opportunity");
        assertThat(run("--margin", "0.3").err()).contains("Invalid --margin 0.3: it needs --amount");
        assertThat(run("--cohorts", "c.csv").err()).contains("Invalid --cohorts: it needs --margin");
        assertThat(run("--holdout", "2025-07-01", "--checks", "c.csv").err())
                .contains("Invalid --holdout 2025-07-01: it must be before --until 2025-06-30");
        assertThat(run("--holdout", "2025-03-01").err()).contains("goes with --checks");
    }

    @Test
    void saysHowManyReturningCustomersItNeeds() throws IOException {
        Path few = Files.writeString(folder.resolve("few.csv"), "c,d\na,2025-01-01\na,2025-01-02\nb,2025-01-01\n");
        AnalyzeRun run = run(few, "c", "d");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("1 of 2 customers came back until 2025-06-30; at least 30 must have");
    }

    @Test
    void saysWhichModelsThereAre() throws IOException {
        AnalyzeRun run = run("--model", "Poisson");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("Invalid value 'Poisson' for --model: it must be one of bgnbd, paretonbd, bgbb, auto");
    }

    @Test
    void saysWhichDatesAreNone() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "c,d\na,20250231\nb,soon\n,2025-01-01\n");
        AnalyzeRun run = run(bad, "c", "d");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("line 2, d: '20250231' must be a day that exists")
                .contains("line 3, d: 'soon' must be a date")
                .contains("line 4, c: '' must not be empty");
    }
}
