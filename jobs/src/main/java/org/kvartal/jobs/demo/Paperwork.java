package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kvartal.jobs.demo.Offer.Knowledge;
import org.kvartal.jobs.demo.Offer.Line;

/** What is written besides the sale itself: lines, quotes, the rival met, and the order at the end. */
final class Paperwork {
    static final Table LINE = Table.of("OPPORTUNITY_LINE", """
                    OPPORTUNITY_ID integer not null
                    LINE_NO integer not null
                    PRODUCT_ID integer
                    QUANTITY integer
                    UNIT_PRICE_BASE decimal(12,2)
                    AMOUNT_BASE decimal(16,2)""");
    static final Table OPPORTUNITY_COMPETITOR = Table.of("OPPORTUNITY_COMPETITOR", """
                    OPPORTUNITY_ID integer not null
                    COMPETITOR_ID integer not null
                    OFFERED_BASE decimal(16,2)""");
    private static final Table QUOTE = Table.of("QUOTE", """
                    OPPORTUNITY_ID integer
                    REVISION integer not null
                    STATUS_KEY varchar(3) not null
                    TOTAL_BASE decimal(16,2)
                    LIST_TOTAL_BASE decimal(16,2)
                    SENT_AT timestamp(0)
                    DECIDED_AT timestamp(0)""");
    static final Table ORDER = Table.of("SALES_ORDER", """
                    ACCOUNT_ID integer
                    OPPORTUNITY_ID integer
                    OWNER_ID integer
                    STATUS_KEY varchar(3) not null
                    TOTAL_BASE decimal(16,2)
                    ORDERED_AT timestamp(0)
                    PROMISED_ON date
                    DELIVERED_ON date""");
    static final Table ORDER_LINE = Table.of("SALES_ORDER_LINE", """
                    ORDER_ID integer not null
                    LINE_NO integer not null
                    PRODUCT_ID integer
                    QUANTITY integer
                    UNIT_PRICE_BASE decimal(12,2)
                    UNIT_COST_BASE decimal(12,2)
                    AMOUNT_BASE decimal(16,2)""");
    private static final double CANCELLED = 0.015;

    private final CrmHistory history;
    private final Dice dice;

    Paperwork(World world) {
        this.history = world.history();
        this.dice = world.dice("paperwork");
    }

    void file(Deal deal, Row opportunity) {
        rival(deal, opportunity);
        deal.timeline().reached(Stage.PROP).ifPresent(offered -> {
            Optional<Instant> revised = deal.timeline().reached(Stage.NEGO);
            lines(deal, opportunity, offered, revised);
            quotes(deal, opportunity, offered, revised);
        });
        deal.timeline()
                .closing()
                .filter(closing -> closing.to() == Stage.WON)
                .ifPresent(won -> order(deal, opportunity, won.at().plusSeconds(dice.between(60, 1_200))));
    }

    private void rival(Deal deal, Row opportunity) {
        Offer.Contest contest = deal.offer().contest();
        if (contest != null) {
            boolean known = contest.known() == Knowledge.AMOUNT
                    && deal.timeline().reached(Stage.PROP).isPresent();
            history.add(OPPORTUNITY_COMPETITOR, deal.rivalMet())
                    .set("OPPORTUNITY_ID", opportunity)
                    .set("COMPETITOR_ID", contest.rival().row())
                    .set("OFFERED_BASE", known ? contest.amount() : null);
        }
    }

    private void lines(Deal deal, Row opportunity, Instant offered, Optional<Instant> revised) {
        List<Line> lines = deal.offer().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Row row = history.add(LINE, offered)
                    .set("OPPORTUNITY_ID", opportunity)
                    .set("LINE_NO", i + 1);
            price(row, line, deal.priceFactor(Stage.PROP));
            revised.ifPresent(at -> price(row.change(at), line, deal.offer().lastFactor()));
        }
    }

    private static Row price(Row row, Line line, double factor) {
        return row.set("PRODUCT_ID", line.product().row())
                .set("QUANTITY", line.quantity())
                .set("UNIT_PRICE_BASE", line.unitPrice(factor))
                .set("AMOUNT_BASE", line.amount(factor));
    }

    private void quotes(Deal deal, Row opportunity, Instant offered, Optional<Instant> revised) {
        Row first = quote(deal, opportunity, offered, 1, deal.priceFactor(Stage.PROP));
        revised.ifPresent(at -> first.change(at).set("STATUS_KEY", "EXP"));
        Row last = revised.map(
                        at -> quote(deal, opportunity, at, 2, deal.offer().lastFactor()))
                .orElse(first);
        deal.timeline().closing().ifPresent(closing -> {
            last.change(closing.at()).set("STATUS_KEY", closing.to() == Stage.WON ? "ACC" : "REJ");
            last.set("DECIDED_AT", closing.at());
        });
    }

    private Row quote(Deal deal, Row opportunity, Instant sent, int revision, double factor) {
        return history.add(QUOTE, sent)
                .set("OPPORTUNITY_ID", opportunity)
                .set("REVISION", revision)
                .set("STATUS_KEY", "SNT")
                .set("TOTAL_BASE", deal.offer().amount(factor))
                .set("LIST_TOTAL_BASE", deal.offer().listAmount())
                .set("SENT_AT", sent);
    }

    private void order(Deal deal, Row opportunity, Instant ordered) {
        LocalDate promised = WorkCalendar.onOrAfter(WorkCalendar.dayOf(ordered).plusDays(dice.between(14, 45)));
        LocalDate delivered = WorkCalendar.onOrAfter(promised.plusDays((long) Math.max(-9, dice.normal(-1, 5))));
        Row order = history.add(ORDER, ordered)
                .set("ACCOUNT_ID", deal.opening().account().row())
                .set("OPPORTUNITY_ID", opportunity)
                .set("OWNER_ID", deal.opening().owner().row())
                .set("STATUS_KEY", "OPN")
                .set("TOTAL_BASE", deal.offer().lastAmount())
                .set("ORDERED_AT", ordered)
                .set("PROMISED_ON", promised);
        orderLines(deal.offer(), order, ordered);
        if (dice.chance(CANCELLED)) {
            order.change(WorkCalendar.moment(promised.minusDays(7), 11)).set("STATUS_KEY", "CAN");
        } else {
            order.change(WorkCalendar.moment(delivered, 15))
                    .set("STATUS_KEY", "DLV")
                    .set("DELIVERED_ON", delivered);
        }
    }

    private void orderLines(Offer offer, Row order, Instant ordered) {
        for (int i = 0; i < offer.lines().size(); i++) {
            Line line = offer.lines().get(i);
            BigDecimal cost = Catalogue.cost(line.product());
            price(
                            history.add(ORDER_LINE, ordered)
                                    .set("ORDER_ID", order)
                                    .set("LINE_NO", i + 1),
                            line,
                            offer.lastFactor())
                    .set("UNIT_COST_BASE", cost);
        }
    }
}
