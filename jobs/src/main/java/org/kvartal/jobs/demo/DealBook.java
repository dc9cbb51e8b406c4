package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Timeline.Move;
import org.kvartal.jobs.demo.Workforce.Seller;

/** Enters each sale and what becomes of it; the vendor keeps every change of an audited column. */
final class DealBook {
    static final Table OPPORTUNITY = Table.of("OPPORTUNITY", """
                    NAME varchar(120)
                    ACCOUNT_ID integer
                    OWNER_ID integer
                    UNIT_ID integer
                    PRODUCT_ID integer
                    MAIN_COMPETITOR_ID integer
                    STAGE_ID integer
                    LOST_REASON_ID integer
                    SOURCE_KEY varchar(8)
                    CAMPAIGN_ID integer
                    SEGMENT_KEY varchar(3)
                    AMOUNT decimal(16,2)
                    CURRENCY_CODE varchar(8)
                    AMOUNT_BASE decimal(16,2)
                    PROBABILITY_PCT integer
                    EXPECTED_CLOSE date
                    STAGE_SINCE timestamp(0)
                    CLOSED_AT timestamp(0)""");
    static final Table AUDIT = Table.of("OPPORTUNITY_AUDIT", """
                    OPPORTUNITY_ID integer not null
                    FIELD_NAME varchar(30) not null
                    OLD_VALUE varchar(60)
                    NEW_VALUE varchar(60)
                    CHANGED_BY integer""");
    private static final List<String> AUDITED =
            List.of("STAGE_ID", "AMOUNT", "AMOUNT_BASE", "EXPECTED_CLOSE", "OWNER_ID");
    private static final double ESTIMATED_AGAIN = 0.3;

    private final World world;
    private final SalesSetUp setUp;
    private final Workforce workforce;
    private final Currencies currencies;
    private final Dice dice;

    /** What is set at one moment: column, value, column, value. */
    private record Change(Instant at, List<Cell> cells) {}

    private record Cell(String column, @Nullable Object value) {}

    DealBook(World world, SalesSetUp setUp, Workforce workforce, Currencies currencies) {
        this.world = world;
        this.setUp = setUp;
        this.workforce = workforce;
        this.currencies = currencies;
        this.dice = world.dice("deal-book");
    }

    Row enter(Deal deal) {
        Row row = open(deal, deal.opening().at());
        List<Change> changes = new ArrayList<>();
        deal.timeline().moves().forEach(move -> changes.add(move(deal, move)));
        deal.timeline()
                .promises()
                .forEach(promise ->
                        changes.add(new Change(promise.madeAt(), List.of(new Cell("EXPECTED_CLOSE", promise.day())))));
        handOver(deal, changes);
        changes.sort(Comparator.comparing(Change::at));
        changes.stream().filter(change -> world.covers(change.at())).forEach(change -> apply(row, change));
        if (deal.opening().lead() != null) {
            deal.opening().lead().enter(row);
        }
        return row;
    }

    /** A sale entered a second time by mistake, and deleted some days later. */
    void enterTwice(Deal deal, Dice chance) {
        Instant again = deal.opening().at().plusSeconds(chance.between(600, 14_400));
        open(deal, again).delete(again.plusSeconds(chance.between(1, 8) * 86_400L));
    }

    private Row open(Deal deal, Instant entered) {
        Opening opening = deal.opening();
        Row row = world.history()
                .add(OPPORTUNITY, entered)
                .set(
                        "NAME",
                        opening.product().row().get("NAME") + " for "
                                + opening.account().row().get("NAME"))
                .set("ACCOUNT_ID", opening.account().row())
                .set("OWNER_ID", opening.owner().row())
                .set("UNIT_ID", opening.owner().team())
                .set("PRODUCT_ID", opening.product().row())
                .set("STAGE_ID", setUp.stages().get(Stage.QUAL))
                .set("SOURCE_KEY", deal.source())
                .set(
                        "CAMPAIGN_ID",
                        opening.lead() == null ? null : opening.lead().campaign())
                .set("SEGMENT_KEY", opening.account().segment())
                .set("CURRENCY_CODE", opening.account().country().currency())
                .set("PROBABILITY_PCT", Stage.QUAL.percent())
                .set("EXPECTED_CLOSE", deal.timeline().firstPromise())
                .set("STAGE_SINCE", entered);
        value(deal, deal.offer().estimate(), opening.day()).forEach(cell -> row.set(cell.column(), cell.value()));
        return row;
    }

    private Change move(Deal deal, Move move) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("STAGE_ID", setUp.stages().get(move.to())));
        cells.add(new Cell("STAGE_SINCE", move.at()));
        cells.add(new Cell("PROBABILITY_PCT", move.to().percent()));
        if (deal.offer().contest() != null) {
            cells.add(new Cell(
                    "MAIN_COMPETITOR_ID", deal.offer().contest().rival().row()));
        }
        LocalDate day = WorkCalendar.dayOf(move.at());
        boolean first =
                deal.timeline().reached(move.to()).filter(move.at()::equals).isPresent();
        if (first && (move.to() == Stage.PROP || move.to() == Stage.NEGO)) {
            cells.addAll(value(deal, deal.offer().amount(deal.priceFactor(move.to())), day));
        } else if (move.to() == Stage.NEED && dice.chance(ESTIMATED_AGAIN)) {
            BigDecimal half =
                    deal.offer().listAmount().add(deal.offer().estimate()).divide(BigDecimal.valueOf(2));
            cells.addAll(value(deal, half.setScale(2, RoundingMode.HALF_UP), day));
        }
        if (move.to().closed()) {
            cells.add(new Cell("CLOSED_AT", move.at()));
        }
        if (move.to() == Stage.LOST) {
            cells.add(new Cell("LOST_REASON_ID", setUp.lostReasons().get(reason(deal))));
        }
        return new Change(move.at(), cells);
    }

    private List<Cell> value(Deal deal, BigDecimal euros, LocalDate day) {
        String currency = deal.opening().account().country().currency();
        return List.of(new Cell("AMOUNT", currencies.fromBase(euros, currency, day)), new Cell("AMOUNT_BASE", euros));
    }

    private LostReason reason(Deal deal) {
        if (deal.ending() == Ending.STUCK) {
            return LostReason.NO_DECISION;
        }
        boolean contested = deal.offer().contest() != null;
        double dearer = Math.max(0, deal.offer().priceGap());
        return dice.pick(Choice.of(
                List.of(LostReason.values()),
                0.12 + 3 * dearer,
                contested ? 0.25 : 0,
                contested ? 0.15 : 0.05,
                0.2,
                0.15,
                0.15));
    }

    /** A colleague takes over what a seller who leaves has open. */
    private void handOver(Deal deal, List<Change> changes) {
        Seller owner = deal.opening().owner();
        if (owner.left().isAfter(world.span().last())) {
            return;
        }
        Instant leaves = WorkCalendar.moment(owner.left(), WorkCalendar.OPENS);
        if (deal.timeline().openAt(leaves)) {
            Seller heir = workforce.sellerIn(owner.region(), owner.left(), dice);
            changes.add(
                    new Change(leaves.plusSeconds(dice.between(0, 3_600)), List.of(new Cell("OWNER_ID", heir.row()))));
        }
    }

    private void apply(Row row, Change change) {
        row.change(change.at());
        for (Cell cell : change.cells()) {
            @Nullable Object old = row.get(cell.column());
            if (AUDITED.contains(cell.column()) && !Objects.equals(old, cell.value())) {
                world.history()
                        .add(AUDIT, change.at())
                        .set("OPPORTUNITY_ID", row)
                        .set("FIELD_NAME", cell.column())
                        .set("OLD_VALUE", text(old))
                        .set("NEW_VALUE", text(cell.value()))
                        .set("CHANGED_BY", row.get("OWNER_ID"));
            }
            row.set(cell.column(), cell.value());
        }
    }

    /** As the vendor writes it; a reference stays one until keys are given. */
    private static @Nullable Object text(@Nullable Object value) {
        return value == null || value instanceof Row ? value : value.toString();
    }
}
