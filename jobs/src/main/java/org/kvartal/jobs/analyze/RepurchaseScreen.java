package org.kvartal.jobs.analyze;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.customer.HoldoutCheck;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.RepeatPurchaseFit;
import org.kvartal.forecast.customer.SpendFit;
import org.kvartal.forecast.customer.ValueTerms;

/** What {@code analyze repurchase} prints: results as lines like {@code r=0.2426}, doubts among the errors. */
record RepurchaseScreen(PrintWriter out, PrintWriter err) {
    private static final double CORRELATION_WORTH_A_WARNING = 0.2;

    void show(
            TransactionFile.Transactions read,
            List<PurchaseHistory> histories,
            List<RepeatPurchaseFit> fits,
            Optional<SpendFit> spend) {
        RepeatPurchaseFit fit = fits.get(0);
        out.println("model=" + fit.model().name());
        fit.estimates().forEach(one -> line(one.parameter(), one.value()));
        line("log_likelihood", fit.logLikelihood());
        fits.forEach(one -> line("aic." + one.model().name(), one.aic()));
        line("customers", histories.size());
        line("customers_returned", count(histories, 1));
        line(
                "customers_of_the_last_day",
                histories.stream().filter(one -> one.age() == 0).count());
        spend.ifPresent(this::show);
        if (read.returns() > 0) {
            err.printf("kvartal: %,d rows of a negative amount are returns, not purchases%n", read.returns());
        }
        if (read.free() > 0) {
            err.printf("kvartal: %,d rows of amount 0 count as purchases%n", read.free());
        }
    }

    private static long count(List<PurchaseHistory> histories, int fewest) {
        return histories.stream().filter(one -> one.repeats() >= fewest).count();
    }

    private void show(SpendFit spend) {
        spend.estimates().forEach(one -> line(one.parameter(), one.value()));
        line("spend_correlation", spend.correlation());
        if (Math.abs(spend.correlation()) > CORRELATION_WORTH_A_WARNING) {
            err.printf(
                    "kvartal: spend and number of purchases correlate by %.2f; the gamma-gamma model supposes none%n",
                    spend.correlation());
        }
        if (spend.model().q() <= 1) {
            err.printf(
                    "kvartal: q = %.3f is not above 1: the mean spend of all customers is infinite, and no"
                            + " expectation of spend holds%n",
                    spend.model().q());
        }
    }

    /** @param all the row of all customers */
    void show(ValueTerms terms, int horizonDays, boolean areParametersKnown, List<String> all) {
        if (!areParametersKnown) {
            err.printf(
                    "kvartal: the likelihood has no clear peak; the intervals of values leave out that its parameters"
                            + " are uncertain%n");
        }
        line("clv_horizon_days", horizonDays);
        line("clv_margin", terms.margin());
        line("clv_discount", terms.discount());
        out.println("clv_total=" + all.get(2));
        out.println("clv_total_lo=" + all.get(3));
        out.println("clv_total_hi=" + all.get(4));
    }

    void show(HoldoutCheck check, Map<String, Double> errors) {
        List<HoldoutCheck.Line> lines = check.lines();
        HoldoutCheck.Line all = lines.get(lines.size() - 1);
        line("holdout_customers", all.customers());
        line("holdout_purchases", all.actual() * all.customers());
        line("holdout_expected", all.expected() * all.customers());
        errors.forEach((name, error) -> line("holdout_error." + name.replace(' ', '_'), error));
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private void line(String name, double value) {
        out.println(name + "=" + Numerals.twelveDigits(value));
    }
}
