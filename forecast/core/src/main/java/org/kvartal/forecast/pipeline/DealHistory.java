package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All deals as they were known at the end of one day. None of them is created or closed after it. */
public final class DealHistory {
    private final LocalDate asOf;
    private final List<Deal> deals;
    private final LoggedFields logged;

    private DealHistory(LocalDate asOf, Stream<Optional<Deal>> deals, LoggedFields logged) {
        this.asOf = asOf;
        this.deals = deals.flatMap(Optional::stream).toList();
        this.logged = logged;
    }

    /** What is left of the deals when everything that happened after the day is taken away, whatever it was. */
    public static DealHistory knownAt(LocalDate asOf, Collection<Deal> deals) {
        LoggedFields logged = LoggedFields.of(deals.stream()
                .filter(deal -> deal.isClosedBy(asOf))
                .map(deal -> deal.withChangesUntil(asOf))
                .toList());
        return new DealHistory(asOf, deals.stream().map(deal -> deal.untouchedAfter(asOf, logged)), logged);
    }

    /** This history as it was known at the end of an earlier day: values replaced since are back. */
    public DealHistory knownAt(LocalDate earlier) {
        return new DealHistory(earlier, deals.stream().map(deal -> deal.knownAt(earlier, logged)), logged);
    }

    public LocalDate asOf() {
        return asOf;
    }

    public List<Deal> deals() {
        return deals;
    }

    /** Whether all changes of a field are on record, those at closing included. */
    public boolean isComplete(String field) {
        return logged.isComplete(field);
    }

    /** Whether any changes of a field are on record. */
    public boolean hasChanges(String field) {
        return logged.isKnown(field);
    }

    /** Open deals whose clock has started. */
    public List<Deal> open() {
        return deals.stream().filter(Deal::isOpen).filter(this::hasAge).toList();
    }

    /** Open deals without a creation date. */
    public List<Deal> undated() {
        return deals.stream().filter(Deal::isOpen).filter(deal -> !hasAge(deal)).toList();
    }

    public Stream<Deal> won() {
        return deals.stream().filter(deal -> deal.outcome() == Outcome.WON);
    }

    /** Amounts won from one day to another, both included. */
    public BigDecimal wonBetween(LocalDate firstDay, LocalDate lastDay) {
        return won().filter(deal -> deal.isWonWithin(firstDay, lastDay))
                .flatMap(deal -> deal.amount().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long count(Outcome outcome) {
        return deals.stream().filter(deal -> deal.outcome() == outcome).count();
    }

    /** Days from the creation of the first deal to the as-of date, both included; 0 when no deal has a date. */
    int lengthDays() {
        return deals.stream()
                .mapToInt(deal -> deal.ageDays(asOf).orElse(-1) + 1)
                .max()
                .orElse(0);
    }

    private boolean hasAge(Deal deal) {
        return deal.ageDays(asOf).isPresent();
    }
}
