package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All deals as they were known at the end of one day.
 *
 * @param asOf the day
 * @param deals the deals; none of them is created or closed after it
 */
public record DealHistory(LocalDate asOf, List<Deal> deals) {
    public DealHistory {
        deals = deals.stream()
                .map(deal -> deal.knownAt(asOf))
                .flatMap(Optional::stream)
                .toList();
    }

    public static DealHistory knownAt(LocalDate asOf, Collection<Deal> deals) {
        return new DealHistory(asOf, List.copyOf(deals));
    }

    /** This history as it was known at the end of an earlier day. */
    public DealHistory knownAt(LocalDate earlier) {
        return new DealHistory(earlier, deals);
    }

    /** Open deals whose clock has started. */
    public List<Deal> open() {
        return deals.stream().filter(Deal::isOpen).filter(this::hasAge).toList();
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
