package org.kvartal.jobs.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.jobs.demo.Customers.Account;

/** The sales of the company, from the first opening to the last order. */
final class Sales {
    private static final int MISTAKEN_DEALS = 50;
    private static final Choice<String> SOURCES_OF_PROSPECTS =
            Choice.of(List.of("COLD", "FAIR", "PARTN", "REFER"), .5, .2, .2, .1);

    private final World world;
    private final Odds odds;
    private final Offers offers;
    private final SalesCycle cycle;
    private final Dice dice;
    private final Map<Account, Instant> customersSince = new HashMap<>();
    private final List<Booked> booked = new ArrayList<>();

    /** A sale and the row that holds it. */
    record Booked(Deal deal, Row row) {}

    private Sales(World world, Offers offers) {
        this.world = world;
        this.odds = new Odds(world);
        this.offers = offers;
        this.cycle = new SalesCycle(world);
        this.dice = world.dice("sales");
    }

    static Sales sell(World world, List<Opening> openings, Customers customers, Offers offers, DealBook book) {
        Sales sales = new Sales(world, offers);
        customers.accounts().forEach(sales::mayHaveBoughtBefore);
        List<Deal> deals = new ArrayList<>();
        openings.forEach(opening -> deals.add(sales.pursue(opening)));
        new LastDay(world).fill(deals);
        sales.enter(deals, book);
        return sales;
    }

    Odds odds() {
        return odds;
    }

    List<Booked> booked() {
        return booked;
    }

    private void mayHaveBoughtBefore(Account account) {
        if (dice.chance(1 - StrictMath.exp(-0.7 * account.weight()))) {
            customersSince.put(account, Instant.EPOCH);
        }
    }

    private Deal pursue(Opening opening) {
        boolean bought =
                customersSince.getOrDefault(opening.account(), Instant.MAX).isBefore(opening.at());
        Relation relation = bought ? Relation.CUSTOMER : Relation.PROSPECT;
        String source = source(opening, relation);
        Offer offer = offers.plan(opening);
        Ending ending = odds.decide(opening, offer, source, relation);
        Timeline timeline = cycle.plan(opening, ending);
        if (ending == Ending.WON) {
            customersSince.merge(opening.account(), timeline.closedAt().orElseThrow(), (a, b) -> a.isBefore(b) ? a : b);
        }
        return new Deal(opening, source, offer, ending, timeline);
    }

    private String source(Opening opening, Relation relation) {
        if (opening.lead() != null) {
            return opening.lead().source();
        }
        boolean asCustomer = relation == Relation.CUSTOMER && dice.chance(0.75);
        return asCustomer ? "CUST" : dice.pick(SOURCES_OF_PROSPECTS);
    }

    /** What was closed before the first day was left behind when the CRM was introduced. */
    private void enter(List<Deal> deals, DealBook book) {
        Paperwork paperwork = new Paperwork(world);
        Activities activities = new Activities(world);
        Instant start = WorkCalendar.moment(world.span().first(), 0);
        for (Deal deal : deals) {
            if (deal.timeline().closedAt().filter(start::isAfter).isEmpty()) {
                Row row = book.enter(deal);
                paperwork.file(deal, row);
                activities.enter(deal, row);
                booked.add(new Booked(deal, row));
            }
        }
        for (int i = 0; i < world.size().times(MISTAKEN_DEALS); i++) {
            book.enterTwice(dice.pick(booked).deal(), dice);
        }
    }
}
