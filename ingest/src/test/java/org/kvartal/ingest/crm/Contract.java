package org.kvartal.ingest.crm;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

/**
 * What is said of a clean table to whoever fills it from a file, beyond its declaration.
 *
 * @param purpose what the table is for, in one or two sentences
 * @param example rows of a file, in the order of the columns; the source of the CRM is called {@code crm}
 */
record Contract(TableSpec table, String purpose, String example) {
    static final List<Contract> ALL = List.of(
            new Contract(
                    CrmTables.TRAININGS,
                    "The day of a session divides what its participants did before from what they did after it.",
                    """
                    T1,Service desk,Error diagnosis,2026-02-03,6,crm:8
                    T2,Service desk,Talking with customers,2026-02-10,4.5,crm:8
                    """),
            new Contract(
                    CrmTables.TRAINING_ATTENDANCE,
                    "The effect of a training is measured on those who attended against those who did not.",
                    """
                    T1,crm:17,attended,0.85
                    T1,crm:21,missed,
                    """),
            new Contract(
                    CrmTables.ABSENCES,
                    "So that a leave is not taken for the end of use. Without it, silences of up to four weeks are put down"
                            + " to leave.",
                    """
                    crm:17,2026-07-06,2026-07-17
                    crm:21,2026-05-04,2026-05-08
                    """),
            new Contract(CrmTables.QUOTAS, "Attainment is what a seller has won in a month over this amount.", """
                    crm:17,2026-01-01,40000.00
                    crm:17,2026-02-01,42000.00
                    """),
            new Contract(
                    CrmTables.PLANS,
                    "Results are held against it: as a whole, and by region, team or product. Ids in `scope` carry their"
                            + " source.",
                    """
                    total,2026-01-01,250000.00
                    region:North,2026-01-01,90000.00
                    team:crm:3,2026-01-01,45000.00
                    product:crm:112,2026-01-01,30000.00
                    """),
            new Contract(
                    CrmTables.GOALS,
                    "The section on the CRM programme tells whether they are reached. A goal without a metric is kept out: it"
                            + " could not be told. A goal set after the date of a report is not yet known to it.",
                    """
                    G1,Win a quarter of what we close,win_rate,,,,12,,0.25,higher,2026-01-12,2026-12-31,Head of Sales,
                    G2,Sell more in the East,sum(won_amount),mart.bookings_by_month,region = 'East',,12,project currency,900000,higher,2026-01-12,2026-12-31,Sales East,
                    """),
            new Contract(
                    CrmTables.DECISIONS,
                    "Each stays in the report until it is closed: asked, taken, and what has changed since. What happens after"
                            + " the date of a report is not yet known to it.",
                    """
                    D1,Cap discounts at 15 %,discounts,2026-01-12,Head of Sales,2026-02-15,2026-02-03,Yes; above it the head decides,Discounts fall by two points,discount_depth,,,last_sent_date,,lower,
                    D2,Name an owner of the price list,,2026-01-12,Managing director,2026-03-31,,,,,,,,,,
                    """),
            new Contract(
                    CrmTables.COMPETITORS,
                    "Their products and prices, and the opportunities lost to them, name them by their id.",
                    """
                    R1,Northwind Tools
                    R2,Fabrikam
                    """),
            new Contract(
                    CrmTables.COMPETITOR_PRODUCTS,
                    "Prices are compared along it: which of their products stands against which of ours, and how well the"
                            + " two match.",
                    """
                    R1-A,R1,Axe 3000,crm:112,equivalent,0.9
                    R2-X,R2,Hatchet,crm:112,substitute,0.6
                    """),
            new Contract(
                    CrmTables.COMPETITOR_PRICES,
                    "The price position rests on it. Add a row for each observation, also when the price has not moved:"
                            + " else nobody knows how old it is. Of a price seen with its tax, for a pack or in another"
                            + " currency write what was seen into `price_original` and the columns behind it, and leave"
                            + " `price` empty.",
                    """
                    R1-A,2026-03-02,84.90,no,web,,,,
                    R1-A,2026-03-16,79.90,yes,web,,,,
                    R2-X,2026-03-31,,no,catalogue,1199.00,USD,0.2,12
                    """),
            new Contract(
                    CrmTables.RESEARCH_FACTS,
                    "They stand in the encyclopedia beside prices and deals, with their day and source.",
                    """
                    F1,R1,,market share,0.23,fraction of the market,,Institute of Trade,2026-02-15
                    F2,,crm:112,tested,,,Best in class for small workshops.,Tools Monthly,2026-03-01
                    """),
            new Contract(
                    CrmTables.PRODUCT_MATCH_DECISIONS,
                    "What `forecast.product_matches` proposes for review is decided here. A decision holds whatever the"
                            + " night or the source says; of two matches of one product the later day counts.",
                    """
                    R1-A,crm:112,match,Anna Berg,2026-03-02
                    R2-X,crm:112,no-match,Anna Berg,2026-03-02
                    """),
            new Contract(
                    CrmTables.EXTERNAL_FORECASTS,
                    "Keep every vintage: a publisher is judged by what it said at the time, not by what it says today.",
                    """
                    Institute of Trade,tools market,2026-01-15,2026-01-01,104.2,index 2021 = 100
                    Institute of Trade,tools market,2026-04-15,2026-01-01,103.7,index 2021 = 100
                    """),
            new Contract(
                    CrmTables.PROMOTIONS,
                    "What is sold on special terms says little about the list price, and less about the weeks after.",
                    """
                    P1,crm:112,2026-03-01,2026-03-31,0.15
                    """),
            new Contract(
                    CrmTables.CALENDARS,
                    "A day that a calendar does not list is not known, so list working days and free ones.",
                    """
                    office,2026-12-24,yes,08:00,12:00
                    office,2026-12-25,no,,
                    """),
            new Contract(
                    CrmTables.SURVEYS,
                    "One row per question and person asked, also for those who did not answer: without them nobody can"
                            + " tell the share of answers.",
                    """
                    S1,after a request,crm:510,crm:9001,How content are you?,4,Quick help.,2026-03-02 09:00:00,2026-03-02 11:30:00
                    S2,after a request,crm:511,crm:9002,How content are you?,,,2026-03-02 09:00:00,
                    """),
            new Contract(
                    CrmTables.EXCHANGE_RATES,
                    "Amounts that a source keeps in another currency are converted by the last rate on or before their"
                            + " day. Where several sources have a rate, the one configured first counts.",
                    """
                    USD,2026-03-31,0.9250
                    CZK,2026-03-31,0.03985
                    """),
            new Contract(CrmTables.STOCK_LEVELS, "What can be delivered at once, and since when it could not.", """
                    crm:112,Main,2026-03-31,420
                    crm:112,North,2026-03-31,0
                    """),
            new Contract(
                    CrmTables.PRICE_LIST,
                    "Most CRMs keep only the list price of today. Periods of one product must not overlap.",
                    """
                    crm:112,2025-01-01,2025-12-31,89.00
                    crm:112,2026-01-01,,92.00
                    """));
}
