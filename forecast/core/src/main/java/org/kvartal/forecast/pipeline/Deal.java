package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One deal as the CRM has it.
 *
 * <p>A deal without a creation date has no clock: in some CRMs a prospect is listed before work on it begins. Such
 * a deal belongs to the deals not yet created.
 */
public final class Deal {
    private final String id;
    private final Outcome outcome;
    private final @Nullable LocalDate createdOn;
    private final @Nullable LocalDate closedOn;
    private final @Nullable BigDecimal amount;
    private final String group;
    private final String stage;
    private final @Nullable LocalDate expectedCloseOn;

    private Deal(
            String id,
            Outcome outcome,
            @Nullable LocalDate createdOn,
            @Nullable LocalDate closedOn,
            @Nullable BigDecimal amount,
            String group,
            String stage,
            @Nullable LocalDate expectedCloseOn) {
        this.id = id;
        this.outcome = outcome;
        this.createdOn = createdOn;
        this.closedOn = closedOn;
        this.amount = amount;
        this.group = group;
        this.stage = stage;
        this.expectedCloseOn = expectedCloseOn;
    }

    public static Deal open(String id) {
        return new Deal(id, Outcome.OPEN, null, null, null, "", "", null);
    }

    public static Deal won(String id, LocalDate closedOn) {
        return new Deal(id, Outcome.WON, null, closedOn, null, "", "", null);
    }

    public static Deal lost(String id, LocalDate closedOn) {
        return new Deal(id, Outcome.LOST, null, closedOn, null, "", "", null);
    }

    public Deal createdOn(LocalDate date) {
        return new Deal(id, outcome, date, closedOn, amount, group, stage, expectedCloseOn);
    }

    public Deal amount(BigDecimal value) {
        return new Deal(id, outcome, createdOn, closedOn, value, group, stage, expectedCloseOn);
    }

    /** Deals of one group, as a product or a segment, have amounts of one kind. */
    public Deal group(String name) {
        return new Deal(id, outcome, createdOn, closedOn, amount, name, stage, expectedCloseOn);
    }

    public Deal stage(String name) {
        return new Deal(id, outcome, createdOn, closedOn, amount, group, name, expectedCloseOn);
    }

    public Deal expectedCloseOn(LocalDate date) {
        return new Deal(id, outcome, createdOn, closedOn, amount, group, stage, date);
    }

    public String id() {
        return id;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Optional<LocalDate> createdOn() {
        return Optional.ofNullable(createdOn);
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(amount);
    }

    /** The group, or an empty text. */
    public String group() {
        return group;
    }

    /** The stage of an open deal, or an empty text. */
    public String stage() {
        return stage;
    }

    public Optional<LocalDate> expectedCloseOn() {
        return Optional.ofNullable(expectedCloseOn);
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    public boolean isWonWithin(LocalDate firstDay, LocalDate lastDay) {
        return outcome == Outcome.WON && closedOn != null && !closedOn.isBefore(firstDay) && !closedOn.isAfter(lastDay);
    }

    /** Days from creation to a date; empty without a creation date or when the date lies before it. */
    public OptionalInt ageDays(LocalDate date) {
        if (createdOn == null || createdOn.isAfter(date)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.toIntExact(ChronoUnit.DAYS.between(createdOn, date)));
    }

    /**
     * The deal as it was known at the end of a day, or empty when it was created later.
     *
     * <p>A deal closed later is open again and loses amount, stage and expected date: at close a CRM overwrites
     * them, and the values before are not in this row.
     */
    Optional<Deal> knownAt(LocalDate asOf) {
        if (createdOn != null && createdOn.isAfter(asOf)) {
            return Optional.empty();
        }
        if (closedOn == null || !closedOn.isAfter(asOf)) {
            return Optional.of(this);
        }
        return Optional.of(new Deal(id, Outcome.OPEN, createdOn, null, null, group, "", null));
    }
}
