package org.kvartal.jobs.analyze;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.RepeatPurchaseFit;
import org.kvartal.forecast.customer.SpendFit;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze repurchase}: which customers are still there, and how often they will buy. */
@Command(
        name = "repurchase",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fits a model of repeat purchase without a contract (BG/NBD or Pareto/NBD) to purchases, and says of every"
                    + " customer how likely he still buys and how often he will.",
            "",
            "Several purchases of a customer on one day are one. Purchases after --until are left out. Time is in weeks"
                    + " (days / 7). With --amount the spend of each purchase is expected by the gamma-gamma model; rows of a"
                    + " negative amount are returns, not purchases.",
            "",
            "The parameters and the log-likelihood go to the standard output, as r=0.242593."
        })
public final class RepurchaseCommand implements Callable<Integer> {
    private static final double DAYS_OF_A_WEEK = 7;
    private static final int FEWEST_RETURNING = 30;
    private static final double CORRELATION_WORTH_A_WARNING = 0.2;

    @Option(names = "--transactions", paramLabel = "FILE", required = true, description = "One row per purchase.")
    private Path transactions;

    @Option(names = "--customer", paramLabel = "COLUMN", required = true, description = "Who bought.")
    private String customer;

    @Option(names = "--date", paramLabel = "COLUMN", required = true, description = "When, as 2026-03-31 or 20260331.")
    private String date;

    @Option(names = "--amount", paramLabel = "COLUMN", description = "For how much.")
    private @Nullable String amount;

    @Option(names = "--until", paramLabel = "DATE", required = true, description = "Last observed day, included.")
    private LocalDate until;

    @Option(names = "--horizon", paramLabel = "DAYS", required = true, description = "Days to look ahead.")
    private int horizon;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "bgnbd, paretonbd, or auto: the one of the higher likelihood (default: ${DEFAULT-VALUE}).")
    private RepurchaseModel model;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "CSV: customer, x, t_x, T, p_alive, expected; with --amount also mean_amount,"
                    + " expected_amount, expected_value.")
    private Path out;

    @Option(names = "--parameters", paramLabel = "FILE", description = "CSV: model, parameter, estimate, se.")
    private @Nullable Path parameters;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (horizon < 1) {
            throw new InvalidUse("Invalid --horizon %d: it must be at least 1 day".formatted(horizon));
        }
        List<CustomerPurchases> customers = new TransactionFile(transactions, customer, date, amount).until(until);
        long returning = customers.stream().filter(one -> one.repeats() > 0).count();
        if (returning < FEWEST_RETURNING) {
            throw new InvalidInput(
                    "Cannot fit a model to %s: %d of %d customers came back until %s; at least %d must have"
                            .formatted(transactions, returning, customers.size(), until, FEWEST_RETURNING));
        }
        List<PurchaseHistory> histories =
                customers.stream().map(one -> one.history(until)).toList();
        List<RepeatPurchaseFit> fits = model.fits(histories);
        Optional<SpendFit> spend = spend(customers);
        RepurchaseRows rows = new RepurchaseRows(fits.get(0).model(), spend, until, horizon / DAYS_OF_A_WEEK);
        OutputTable.write(out, rows.columns(), rows.of(customers));
        writeParameters(fits, spend);
        print(fits.get(0), spend);
        return ExitCode.DONE.number();
    }

    private Optional<SpendFit> spend(List<CustomerPurchases> customers) {
        List<SpendFit.Spend> spends =
                customers.stream().flatMap(one -> one.repeatSpend().stream()).toList();
        return amount != null && spends.size() >= FEWEST_RETURNING
                ? Optional.of(SpendFit.of(spends))
                : Optional.empty();
    }

    private void writeParameters(List<RepeatPurchaseFit> fits, Optional<SpendFit> spend) {
        if (parameters == null) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        fits.forEach(fit -> addRows(rows, fit.model().name(), fit.estimates(), fit.logLikelihood()));
        spend.ifPresent(fit -> addRows(rows, "gammagamma", fit.estimates(), fit.logLikelihood()));
        OutputTable.write(
                parameters, OutputColumns.NONE.text("model", "parameter").numbers("estimate", "se"), rows);
    }

    private static void addRows(
            List<List<String>> rows, String name, List<RepeatPurchaseFit.Estimate> estimates, double logLikelihood) {
        estimates.forEach(estimate -> rows.add(List.of(
                name,
                estimate.parameter(),
                Numerals.twelveDigits(estimate.value()),
                Numerals.twelveDigits(estimate.standardError()))));
        rows.add(List.of(name, "log_likelihood", Numerals.twelveDigits(logLikelihood), ""));
    }

    private void print(RepeatPurchaseFit fit, Optional<SpendFit> spend) {
        PrintWriter screen = spec.commandLine().getOut();
        screen.println("model=" + fit.model().name());
        fit.estimates().forEach(one -> screen.println(one.parameter() + "=" + Numerals.twelveDigits(one.value())));
        screen.println("log_likelihood=" + Numerals.twelveDigits(fit.logLikelihood()));
        spend.ifPresent(spent -> {
            spent.estimates()
                    .forEach(one -> screen.println(one.parameter() + "=" + Numerals.twelveDigits(one.value())));
            if (Math.abs(spent.correlation()) > CORRELATION_WORTH_A_WARNING) {
                spec.commandLine()
                        .getErr()
                        .printf(
                                "kvartal: spend and number of purchases correlate by %.2f; the gamma-gamma model supposes"
                                        + " none%n",
                                spent.correlation());
            }
        });
        screen.flush();
    }
}
