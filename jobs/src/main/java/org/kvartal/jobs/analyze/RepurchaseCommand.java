package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.customer.CustomerValue;
import org.kvartal.forecast.customer.HoldoutCheck;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.RepeatPurchaseFit;
import org.kvartal.forecast.customer.SpendFit;
import org.kvartal.forecast.customer.ValueTerms;
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
            "Fits a model of repeat purchase without a contract (BG/NBD, Pareto/NBD or BG/BB) to purchases, and says of"
                    + " every customer how likely he still buys and how often he will.",
            "",
            "Several purchases of a customer on one day are one. Purchases after --until are left out. Time is in weeks"
                    + " (days / 7). With --amount the spend of each purchase is expected by the gamma-gamma model; rows of a"
                    + " negative amount are returns, not purchases. With --margin also the value of each customer.",
            "",
            "BG/BB is for buying at opportunities, as once a year: x, t_x and T count what --opportunity names. With"
                    + " --holdout the model is fitted once more to what was known then, and held against what came.",
            "",
            "The parameters and the log-likelihood go to the standard output, as r=0.242593."
        })
public final class RepurchaseCommand implements Callable<Integer> {
    private static final int FEWEST_RETURNING = 30;

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
            description = "bgnbd, paretonbd, bgbb, or auto: of the first two the one of the lower AIC (default:"
                    + " ${DEFAULT-VALUE}).")
    private RepurchaseModel model;

    @Option(
            names = "--opportunity",
            paramLabel = "UNIT",
            description = "Of bgbb: week, month, quarter or year, in each of which one either buys or does not.")
    private @Nullable PurchaseScale opportunity;

    @Option(names = "--margin", paramLabel = "SHARE", description = "Earned of each amount, as 0.3: adds the value.")
    private @Nullable Double margin;

    @Option(
            names = "--discount",
            paramLabel = "RATE",
            defaultValue = "0.1",
            description = "A year's, of the value (default: ${DEFAULT-VALUE}).")
    private double discount;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the futures drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--holdout", paramLabel = "DATE", description = "Last day of the calibration, before --until.")
    private @Nullable LocalDate holdout;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "CSV: customer, x, t_x, T, p_alive, expected; with --amount also mean_amount,"
                    + " expected_amount, expected_value; with --margin clv, clv_lo, clv_hi (95 %%).")
    private Path out;

    @Option(names = "--parameters", paramLabel = "FILE", description = "CSV: model, parameter, estimate, se.")
    private @Nullable Path parameters;

    @Option(
            names = "--cohorts",
            paramLabel = "FILE",
            description = "CSV with --margin: cohort, customers, clv, clv_lo, clv_hi, by month of the first purchase.")
    private @Nullable Path cohorts;

    @Option(
            names = "--checks",
            paramLabel = "FILE",
            description = "CSV with --holdout: check, group, customers, actual, expected, error.")
    private @Nullable Path checks;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireSensibleOptions();
        PurchaseScale scale = opportunity == null ? PurchaseScale.CONTINUOUS : opportunity;
        TransactionFile.Transactions read = new TransactionFile(transactions, customer, date, amount).until(until);
        List<CustomerPurchases> customers =
                read.customers().stream().map(one -> scale.merged(one, until)).toList();
        List<RepeatPurchaseFit> fits = model.fits(histories(customers, scale, until));
        Optional<SpendFit> spend = spend(customers);
        double ahead = scale.ahead(until, until.plusDays(horizon));
        RepurchaseRows rows = new RepurchaseRows(fits.get(0).model(), spend, scale, until, ahead);
        RepurchaseScreen screen = new RepurchaseScreen(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        screen.show(read, histories(customers, scale, until), fits, spend);
        write(customers, rows, fits.get(0), screen);
        writeParameters(fits, spend);
        if (holdout != null) {
            writeChecks(read.customers(), scale, RepurchaseModel.of(fits.get(0)), holdout, screen);
        }
        screen.flush();
        return ExitCode.DONE.number();
    }

    private void requireSensibleOptions() {
        if (horizon < 1) {
            throw new InvalidUse("Invalid --horizon %d: it must be at least 1 day".formatted(horizon));
        }
        if ((model == RepurchaseModel.BGBB) != (opportunity != null) || opportunity == PurchaseScale.CONTINUOUS) {
            throw new InvalidUse("Invalid --opportunity: it goes with --model bgbb, which needs it, and is one of week,"
                    + " month, quarter, year");
        }
        if (margin != null && (amount == null || !(margin > 0 && margin <= 1) || !(discount >= 0))) {
            throw new InvalidUse(
                    "Invalid --margin %s: it needs --amount, a share above 0 up to 1, and a --discount of 0"
                                    .formatted(margin)
                            + " or more");
        }
        if (cohorts != null && margin == null) {
            throw new InvalidUse("Invalid --cohorts: it needs --margin");
        }
        if ((holdout == null) != (checks == null) || holdout != null && !holdout.isBefore(until)) {
            throw new InvalidUse("Invalid --holdout %s: it must be before --until %s and goes with --checks"
                    .formatted(holdout, until));
        }
    }

    private List<PurchaseHistory> histories(List<CustomerPurchases> customers, PurchaseScale scale, LocalDate last) {
        long returning = customers.stream().filter(one -> one.repeats() > 0).count();
        if (returning < FEWEST_RETURNING) {
            throw new InvalidInput(
                    "Cannot fit a model to %s: %d of %d customers came back until %s; at least %d must have"
                            .formatted(transactions, returning, customers.size(), last, FEWEST_RETURNING));
        }
        return customers.stream().map(one -> scale.history(one, last)).toList();
    }

    private void write(
            List<CustomerPurchases> customers, RepurchaseRows rows, RepeatPurchaseFit fit, RepurchaseScreen screen) {
        List<List<String>> plain = rows.of(customers);
        if (margin == null || rows.spend().isEmpty()) {
            OutputTable.write(out, rows.columns(), plain);
            return;
        }
        ValueTerms terms =
                new ValueTerms(margin, discount, rows.ahead(), rows.scale().unitsAYear());
        RepurchaseValues values = new RepurchaseValues(
                new CustomerValue(fit, rows.spend().orElseThrow(), terms, seed), rows.scale(), until);
        OutputTable.write(out, rows.columns().and(RepurchaseValues.COLUMNS), values.added(customers, plain));
        boolean areKnown =
                fit.draws().isKnown() && rows.spend().orElseThrow().draws().isKnown();
        screen.show(terms, horizon, areKnown, values.all());
        if (cohorts != null) {
            OutputTable.write(cohorts, RepurchaseValues.COHORT_COLUMNS, values.cohorts());
        }
    }

    private void writeChecks(
            List<CustomerPurchases> customers,
            PurchaseScale scale,
            RepurchaseModel chosen,
            LocalDate calibrated,
            RepurchaseScreen screen) {
        List<CustomerPurchases> all = customers.stream()
                .filter(one -> !one.first().isAfter(calibrated))
                .map(one -> scale.merged(one, until))
                .toList();
        List<CustomerPurchases> known = customers.stream()
                .flatMap(one -> one.until(calibrated).stream())
                .map(one -> scale.merged(one, calibrated))
                .toList();
        RepeatPurchaseFit fit = chosen.fits(histories(known, scale, calibrated)).get(0);
        RepurchaseCheck check = new RepurchaseCheck(fit.model(), scale, calibrated, until, all);
        HoldoutCheck compared = check.check();
        OutputTable.write(Objects.requireNonNull(checks), RepurchaseCheck.COLUMNS, check.rows(compared));
        screen.show(compared, check.errors(compared));
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
}
