package org.kvartal.reports.section.result;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class ResultSectionTest {
    private static final String COLUMNS = "opportunity_id, outcome, region, product_id, amount, close_date";

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    /** Deals of the same amount, one a day from a date on. */
    private ResultSectionTest won(int count, String from, String region, int amount) {
        given.rows(
                "mart.opportunities_as_of",
                COLUMNS,
                "select '" + from + region + "' || i, 'won', '" + region + "', 'p1', " + amount + ", date '" + from
                        + "' + cast(i % 80 as integer) from range(" + count + ") t(i)");
        return this;
    }

    private List<String> printed() {
        return PrintedSection.print(
                new ResultSection().write(given.withMartsOfClosedDeals().published()));
    }

    @Test
    void saysThatARiseIsMoreThanChance() {
        won(100, "2023-10-01", "East", 1000).won(200, "2024-10-01", "East", 1000);
        assertThat(printed().get(0))
                .isEqualTo(
                        "Booked €200 k from 200 won deals in Q4 2024: +100.0% on Q4 2023, more than chance explains.");
    }

    @Test
    void saysThatAFallIsMoreThanChance() {
        won(200, "2023-10-01", "East", 1000).won(100, "2024-10-01", "East", 1000);
        assertThat(printed().get(0))
                .isEqualTo("Booked €100 k from 100 won deals in Q4 2024: −50.0% on Q4 2023, a fall that chance does not"
                        + " explain.");
    }

    @Test
    void leavesAChangeWithinChanceUnproven() {
        won(100, "2023-10-01", "East", 1000).won(110, "2024-10-01", "East", 1000);
        // 1.1 exp(-+ 1.96 sqrt(1/110 + 1/100)) - 1 = -0.161, 0.442
        assertThat(printed())
                .startsWith(
                        "Booked €110 k from 110 won deals in Q4 2024: +10.0% on Q4 2023, which chance alone may explain.",
                        "Booked in Q4 2024: €110 k (+10.0% on Q4 2023; 95% interval −16.1% to +44.2%)",
                        "Deals won: 110",
                        "Average deal won: €1,000",
                        "Plan attained: – (no plan of the whole in the data)");
    }

    @Test
    void takesAQuarterWithoutBookingsForAFallOnlyAfterManyDeals() {
        won(10, "2023-10-01", "East", 1000);
        assertThat(printed().get(0))
                .isEqualTo(
                        "Booked €0 from 0 won deals in Q4 2024: −100.0% on Q4 2023, a fall that chance does not explain.");
    }

    @Test
    void takesAQuarterWithoutBookingsForChanceAfterFewDeals() {
        won(3, "2023-10-01", "East", 1000);
        assertThat(printed().get(0))
                .isEqualTo(
                        "Booked €0 from 0 won deals in Q4 2024: −100.0% on Q4 2023, which chance alone may explain.");
    }

    @Test
    void comparesWithTheQuarterBeforeWhenTheDataReachNoFurther() {
        won(200, "2024-07-01", "East", 1000).won(100, "2024-10-01", "East", 1000);
        assertThat(printed().get(0))
                .isEqualTo("Booked €100 k from 100 won deals in Q4 2024: −50.0% on Q3 2024, a fall that chance does not"
                        + " explain.");
    }

    @Test
    void comparesWithNothingWhenTheDataBeginInTheQuarter() {
        won(100, "2024-10-01", "East", 1000);
        assertThat(printed())
                .startsWith(
                        "Booked €100 k from 100 won deals in Q4 2024; the data hold nothing earlier to compare it with.",
                        "Booked in Q4 2024: €100 k");
    }

    @Test
    void breaksBookingsDownByRegionWithTheTotal() {
        won(2, "2023-10-01", "West", 1000).won(3, "2024-10-01", "East", 1000).won(1, "2024-10-01", "", 500);
        given.change("mart.opportunities_as_of", "update mart.opportunities_as_of set region = null where region = ''");
        assertThat(printed())
                .containsSequence(
                        "Region: bookings of Q4 2024 against Q4 2023",
                        "East | 3 | 3,000 | 85.7% | 0 | +3,000",
                        "No region stated | 1 | 500 | 14.3% | 0 | +500",
                        "West | 0 | 0 | 0.0% | 2,000 | −2,000",
                        "Total | 4 | 3,500 | 100.0% | 2,000 | +1,500");
    }

    @Test
    void keepsTheTotalWhenMembersAreManyAndAmountsNegative() {
        given.rows(
                "mart.opportunities_as_of",
                COLUMNS,
                "select 'o' || i, 'won', 'R' || i, null, 10 - i, date '2024-10-01' from range(1, 5001) t(i)");
        assertThat(printed())
                .containsSequence(
                        "R9 | 1 | 0.0 | 0.0%",
                        "R10 | 1 | 0.0 | 0.0%",
                        "Others (4990) | 4,990 | −12.5 | 100.0%",
                        "Total | 5,000 | −12.5 | 100.0%");
    }

    @Test
    void drawsMonthsAgainstPlanAndYearBeforeAsFarAsTheyAreKnown() {
        won(1, "2023-12-05", "East", 700).won(1, "2024-11-05", "East", 900).won(1, "2024-12-05", "East", 800);
        given.rows(
                "mart.plan_by_month",
                "scope, month, plan_amount, won_amount, year_before_won_amount",
                "('Total', '2024-11-01', 850.00, 900.00, 0), ('Total', '2024-12-01', 850.00, 800.00, 700.00)");
        assertThat(printed())
                .contains("Plan attained: 100.0% (of €1,700 planned for the quarter)")
                .containsSequence(
                        "The strongest month was Nov 2024 with €900",
                        "Northwind – Bookings in EUR – Dec 2023 to Dec 2024, AC, PY, PL",
                        "Dec 23 | 700 | – | –",
                        "Jan 24 | 0 | – | –")
                .containsSequence("Nov 24 | 900 | – | 850", "Dec 24 | 800 | 700 | 850");
    }

    @Test
    void saysWhatThePlanTakesByUnit() {
        won(1, "2024-10-05", "East", 700);
        given.rows("mart.plan_by_month", "scope, month, plan_amount, won_amount", "('total', '2024-12-01', 2000, 700)")
                .rows(
                        "mart.plan_attainment",
                        "scope, period, plan_amount, booked_amount, days_gone, days_left, working_days_gone,"
                                + " working_days_left",
                        "('total', 'quarter', 2000, 700, 50, 42, 35, 26), ('region:East', 'quarter', 1200, 700, 50, 42,"
                                + " 35, 26), ('region:West', 'quarter', 800, 0, 50, 42, 35, 26), ('total', 'year', 9000,"
                                + " 700, 50, 42, null, null)");
        assertThat(printed())
                .contains("Plan attained: 35.0% (of €2,000 planned for the quarter; 26 working days left)")
                .containsSequence(
                        "Plan of Q4 2024, what is booked so far, and what is needed",
                        "East | 1,200 | 700 | −500 | 58.3% | 20 | 19",
                        "West | 800 | 0 | −800 | 0.0% | 0 | 31",
                        "Total | 2,000 | 700 | −1,300 | 35.0% | 20 | 50");
    }

    @Test
    void bridgesFromTheYearBeforeByPriceVolumeAndMix() {
        won(1, "2023-10-05", "East", 1450).won(1, "2024-10-05", "East", 1670);
        given.rows(
                "mart.sales_bridge",
                "basis, quarter, against, product_id, before_amount, price_amount, volume_amount, mix_amount, new_amount,"
                        + " lost_amount, unquantified_amount, currency_amount, amount",
                "('bookings', '2024-10-01', 'year_before', 'a', 1000, 120, -100, 300, 0, 0, 0, 0, 1320),"
                        + " ('bookings', '2024-10-01', 'year_before', 'b', 450, -30, -40, -60, 80, -50, 0, 0, 350),"
                        + " ('bookings', '2024-10-01', 'quarter_before', 'b', 9, 0, 0, 0, 0, 0, 0, 0, 350),"
                        + " ('orders', '2024-10-01', 'year_before', 'b', 9, 0, 0, 0, 0, 0, 0, 0, 350)");
        assertThat(printed())
                .containsSequence(
                        "The largest step between the bookings, “Mix”, came to +€240",
                        "Northwind – Bookings in EUR – Q4 2023 to Q4 2024",
                        "Q4 2023 | 1,450",
                        "Price | 90",
                        "Volume | −140",
                        "Mix | 240",
                        "New products | 80",
                        "Products no longer sold | −50",
                        "Q4 2024 | 1,670");
    }

    @Test
    void saysWhatIsMissingWithoutBookings() {
        assertThat(printed())
                .containsExactly(
                        "No bookings can be reported: the data hold no won opportunity.",
                        "NO_DATA: Bookings are won opportunities. No source supplies any in crm.opportunities; map the"
                                + " outcome and the closing date of the CRM's deals to it.");
    }

    @Test
    void namesBookingsWithoutAClosingDate() {
        won(1, "2024-10-05", "East", 700);
        given.rows("mart.bookings_by_month", "won_count, won_amount", "(2, 99.00)");
        assertThat(printed()).endsWith("CAVEAT: 2 won deals worth €99 have no closing date and are in no month.");
    }

    @Test
    void isGradedByTheRowsThatBreakARule() {
        won(1, "2024-10-05", "East", 700);
        given.rows(
                        "quality.row_balance",
                        "\"table\", source, read_count, loaded_count, quarantined_count",
                        "('opportunities', 'crm', 100, 98, 2), ('requests', 'crm', 10, 10, 0)")
                .rows(
                        "quality.flags",
                        "\"table\", rule, \"key\", \"column\"",
                        "select 'opportunities', 'late', 'k' || i, 'closed_at' from range(4) t(i)");
        var section = new ResultSection().write(given.withMartsOfClosedDeals().published());
        assertThat(section.grade()).isEqualTo(Grade.C);
        assertThat(PrintedSection.print(section))
                .endsWith(
                        "CAVEAT: Grade C: of the 100 rows behind this section, 4 break a rule and 2 were rejected. The"
                                + " section on data quality lists them.");
    }
}
