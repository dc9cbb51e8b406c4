package org.kvartal.reports.section.customers;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class CustomersSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new CustomersSection().write(given.published()));
    }

    /** Ada buys 600 after 400, Bob 300 after 500, Cy nothing after 100. */
    private void customers() {
        given.rows(
                        "mart.customer_scorecard",
                        "account_id, owner_id, segment, amount, amount_before, alive, expected_amount, expected_low,"
                                + " expected_high, customer_group, is_silent, mark_count, mark_sum",
                        "('a', 'u', 'big', 600, 400, 0.9, 500, 100, 900, 'best', false, 0, null),"
                                + " ('b', 'u', 'big', 300, 500, 0.5, 200, 0, 700, 'loyal', true, 0, null),"
                                + " ('c', null, 'small', 0, 100, 0.1, 10, 0, 90, 'lost', true, 0, null)")
                .rows("crm.accounts", "account_id, name", "('a', 'Ada'), ('b', 'Bob'), ('c', 'Cy')")
                .rows("crm.users", "user_id, name", "('u', 'Uma')")
                .rows("mart.sales_lines", "basis, document_key, line, amount", "('orders', 'o', 1, 600)")
                .rows(
                        "mart.sales_ranking",
                        "basis, dimension, member_key, rank, amount, cumulative_amount, total_amount, class",
                        "('orders', 'account', 'a', 1, 600, 600, 900, 'A'),"
                                + " ('orders', 'account', 'b', 2, 300, 900, 900, 'A'),"
                                + " ('bookings', 'account', 'c', 1, 50, 50, 50, 'A')");
    }

    @Test
    void tellsWhoCarriesTheSalesAndWhoChanges() {
        customers();
        assertThat(printed())
                .startsWith(
                        "2 customers bought in the last twelve months, 2 of them made 100.0% of the sales. Against the twelve"
                                + " months before, 1 bought €200 more and 2 bought €300 less.",
                        "The 2 largest of 2 customers make 100.0% of the sales")
                .contains(
                        "A | 2 | 100.0% | 900 | 100.0%",
                        "Ada | Uma | 400 | 600 | +200 | 90.0% | 500 | 100 | 900",
                        "All who buy more |  | 400 | 600 | +200 |  | 500 |  | ",
                        "Bob | Uma | 500 | 300 | −200 | 50.0% | 200 | 0 | 700",
                        "Cy | not stated | 100 | 0 | −100 | 10.0% | 10 | 0 | 90",
                        "All customers |  | 1,000 | 900 | −100 |  | 710 |  | ",
                        "2 customers who bought in the last two years have been without any contact for longer than nine of"
                                + " ten gaps between contacts in their segment.",
                        "best | 1 | 600 | 400 | 500 | 90.0%",
                        "lost | 1 | 0 | 100 | 10 | 10.0%")
                .anyMatch(line -> line.startsWith("NO_DATA: Nobody is due"));
    }

    @Test
    void listsWhomToCallWithTheStock() {
        customers();
        given.rows("crm.products", "product_id, name", "('k', 'Kit')")
                .rows(
                        "mart.purchases_due",
                        "account_id, product_id, usual_days, last_day, next_low, next_high, due_30_days, quantity, amount,"
                                + " due_amount, risk_amount, is_overdue, stock",
                        "('a', 'k', 30, date '2024-12-01', date '2025-01-01', date '2025-01-20', 0.8, 5, 100, 80, 20, true,"
                                + " 'enough'), ('b', 'k', 60, date '2024-11-10', date '2025-01-03', date '2025-02-20', 0.5, 9,"
                                + " 300, 150, 90, false, 'short')");
        assertThat(printed())
                .contains(
                        "2 regular purchases are due within 30 days or overdue, worth €230 by their probabilities."
                                + " Overdue, for longer than nine of ten gaps of the same customer: 1; what these buy of the"
                                + " product in a year, times the chance that they have left, is €20.",
                        "Bob | Kit | 60 | 3 Jan 2025 | 20 Feb 2025 | 50.0% | 9 | 300 | short",
                        "Ada | Kit | 30 | 1 Jan 2025 | 20 Jan 2025 | 80.0% | 5 | 100 | enough",
                        "All due |  |  |  |  |  | 14 | 400 | ",
                        "Stock is given out in the order of the expected days; for 1 of these purchases too little is left."
                                + " They would bring €300.");
    }

    /** Five customers with two marks each, of means 3, 4, 4, 4 and 5: 4 -+ 1.96 sqrt(5/4 (4 + 4)) / 10. */
    @Test
    void drawsSatisfactionWithAnIntervalOverCustomersAndAdmitsTheErrorsOfTheModel() {
        customers();
        given.rows(
                        "mart.customer_scorecard",
                        "account_id, segment, amount, amount_before, mark_count, mark_sum",
                        "('1', 'mid', 0, 0, 2, 6), ('2', 'mid', 0, 0, 2, 8), ('3', 'mid', 0, 0, 2, 8), ('4', 'mid', 0, 0, 2, 8),"
                                + " ('5', 'mid', 0, 0, 2, 10)")
                .rows(
                        "forecast.customer_model_checks",
                        "\"check\", \"group\", customer_count, actual, expected, error",
                        "('all', 'all', 100, 0.8, 0.9, null), ('mean absolute error', 'bgnbd', 100, null, null, 0.5),"
                                + " ('mean absolute error', 'as before', 100, null, null, 0.7),"
                                + " ('mean absolute error', 'silent is gone', 100, null, null, 0.6)");
        assertThat(printed())
                .contains("Customers give 4.00 of 5: 10 marks by 5 customers", "mid | 4.00 | 3.38 | 4.62")
                .anyMatch(
                        line -> line.startsWith(
                                "CAVEAT: The model behind the year to come was fitted to what was known half"
                                        + " a year ago: of 100 customers it expected 90 days with a purchase, 80 came. Its error for one"
                                        + " customer was 0.500; saying “as many as before” 0.700, and “who is silent is gone” 0.600."));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(printed())
                .containsExactly(
                        "Not measurable: no customer bought in the last twelve months.",
                        "NO_DATA: Customers need crm.orders, or won crm.opportunities, with the account that bought.");
    }
}
