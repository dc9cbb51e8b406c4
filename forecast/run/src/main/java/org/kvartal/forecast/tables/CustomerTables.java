package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** What customers will buy, and when each is due. */
public final class CustomerTables {
    private static final String FRACTION = "fraction 0 to 1";

    public static final TableSpec CUSTOMER_VALUES = TableSpec.of(
            "forecast",
            "customer_values",
            "What is expected of each customer who has bought, without a contract. Every account is a customer of its own:"
                    + " purchases of parents and children are not added up.",
            List.of("account_id"),
            reference("account_id", "accounts", "The customer.").asRequired(),
            date("first_day", "First purchase known."),
            date("last_day", "Last purchase."),
            integer("repeat_count", "Days with a purchase after the first one.").in("days"),
            number("age_days", "From the first purchase to the as-of date.").in("days"),
            number("alive", "Probability that the customer still buys; empty without a model.")
                    .in(FRACTION),
            number("purchases_3_months", "Purchases expected in the next 91 days.")
                    .in("days"),
            number("purchases_12_months", "Purchases expected in the next 365 days.")
                    .in("days"),
            money("purchase_amount", "Amount expected of each; empty where the model of spend has no finite mean."),
            money("value", "Amount expected in the next 365 days, without margin and discount."),
            money("value_low", "2.5 % of futures drawn lie below."),
            money("value_high", "97.5 % of futures drawn lie below."),
            text("model", "bgnbd or paretonbd, or why there is none."));

    public static final TableSpec REPLENISHMENTS = TableSpec.of(
            "forecast",
            "replenishments",
            "When each customer buys each of his products again, if he still does.",
            List.of("account_id", "product_id"),
            reference("account_id", "accounts", "The customer.").asRequired(),
            reference("product_id", "products", "The product.").asRequired(),
            integer("purchase_count", "Days on which it was bought.").in("days"),
            date("last_day", "Last purchase."),
            number("usual_days", "Usual gap of the customer, drawn to that of the product.")
                    .in("days"),
            date("next_day", "Median of the next purchase; after the as-of date."),
            date("next_low", "Before it with 10 %."),
            date("next_high", "After it with 10 %."),
            number("overdue", "Share of the customer's gaps that would be over by now.")
                    .in(FRACTION),
            number("active", "Probability that the customer still buys the product.")
                    .in(FRACTION),
            number("due_30_days", "Probability of a purchase in the next 30 days.")
                    .in(FRACTION),
            number("quantity", "Units expected: the geometric mean of those bought; empty if unknown.")
                    .in("units"),
            money("amount", "Amount expected: the mean of those bought."),
            money("yearly_amount", "Amount a year at the usual gap."),
            money("risk_amount", "Of it times the probability that the customer has stopped."),
            text("basis", "own gaps, from three purchases on; else the product's gaps."));

    public static final TableSpec CUSTOMER_MODEL_CHECKS = TableSpec.of(
            "forecast",
            "customer_model_checks",
            "The model of repeat purchase fitted to what was known half a year ago, against what came since, and against"
                    + " two rules without a model.",
            List.of("check", "group"),
            text("check", "by purchases before, by tenth of expected, all or mean absolute error.")
                    .asRequired(),
            text("group", "Which customers; of an error the model or the rule.").asRequired(),
            integer("customer_count", "Customers.").in("accounts"),
            number("actual", "Purchases of a customer since.").in("days"),
            number("expected", "Purchases expected of a customer.").in("days"),
            number("error", "Mean distance of expected and actual.").in("days"));

    static final List<TableSpec> ALL = List.of(CUSTOMER_VALUES, REPLENISHMENTS, CUSTOMER_MODEL_CHECKS);

    private CustomerTables() {}
}
