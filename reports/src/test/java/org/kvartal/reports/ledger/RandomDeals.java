package org.kvartal.reports.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deals with every kind of change, day by day. */
final class RandomDeals {
    /** A deal at the end of a day; what is null is empty. */
    record State(
            String id,
            String outcome,
            String owner,
            @Nullable String product,
            @Nullable String segment,
            String stage,
            @Nullable BigDecimal amount,
            @Nullable LocalDate promised,
            @Nullable LocalDate closed) {
        BigDecimal worth() {
            return amount == null ? BigDecimal.ZERO : amount;
        }

        boolean isOpen() {
            return outcome.equals("open");
        }
    }

    private final Random random;
    private final LocalDate first;
    private final int days;
    private final List<TreeMap<LocalDate, List<State>>> versions = new ArrayList<>();

    RandomDeals(long seed, LocalDate first, int days, int deals) {
        this.random = new Random(seed);
        this.first = first;
        this.days = days;
        for (int i = 0; i < deals; i++) {
            versions.add(versions("crm:" + i));
        }
    }

    /** The versions by the day they begin; an empty list where the deal is gone. */
    private TreeMap<LocalDate, List<State>> versions(String id) {
        TreeMap<LocalDate, List<State>> found = new TreeMap<>();
        LocalDate day = random.nextInt(3) > 0 ? first : first.plusDays(random.nextInt(days));
        State state = new State(id, "open", owner(), product(), segment(), "talk", amount(), promised(day), null);
        found.put(day, List.of(state));
        for (int events = random.nextInt(9); events > 0; events--) {
            day = day.plusDays(1 + random.nextInt(days / 5));
            if (random.nextInt(20) == 0) {
                found.put(day, List.of());
                return found;
            }
            state = changed(state, day);
            found.put(day, List.of(state));
        }
        return found;
    }

    private State changed(State s, LocalDate day) {
        String outcome = random.nextInt(3) > 0 ? s.outcome : pick("open", "won", "lost");
        LocalDate closed = outcome.equals("open")
                ? null
                : outcome.equals(s.outcome) && random.nextInt(5) > 0
                        ? s.closed
                        : day.minusDays(random.nextInt(4) * 20L);
        return new State(
                s.id,
                outcome,
                random.nextInt(4) == 0 ? owner() : s.owner,
                random.nextInt(6) == 0 ? product() : s.product,
                random.nextInt(6) == 0 ? segment() : s.segment,
                outcome.equals("open") ? pick("talk", "offer", "deal") : outcome,
                random.nextInt(3) == 0 ? amount() : s.amount,
                random.nextInt(3) == 0 ? promised(day) : s.promised,
                closed);
    }

    private String owner() {
        return pick("ann", "bob", "cyd");
    }

    private @Nullable String product() {
        return random.nextInt(5) == 0 ? null : pick("axe", "saw");
    }

    private @Nullable String segment() {
        return random.nextInt(5) == 0 ? null : pick("small", "large");
    }

    private @Nullable BigDecimal amount() {
        return random.nextInt(8) == 0 ? null : BigDecimal.valueOf(random.nextInt(2_000_000), 2);
    }

    private @Nullable LocalDate promised(LocalDate day) {
        return random.nextInt(8) == 0 ? null : day.plusDays(random.nextInt(90));
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    /** The deals at the end of a day. */
    List<State> on(LocalDate day) {
        return versions.stream()
                .map(versions -> versions.floorEntry(day))
                .flatMap(entry -> entry == null ? Stream.empty() : entry.getValue().stream())
                .toList();
    }

    /** Hands over every version with the day it begins and the day it ends, if it does. */
    List<Version> history() {
        List<Version> history = new ArrayList<>();
        for (TreeMap<LocalDate, List<State>> deal : versions) {
            for (Map.Entry<LocalDate, List<State>> entry : deal.entrySet()) {
                entry.getValue()
                        .forEach(state ->
                                history.add(new Version(state, entry.getKey(), deal.higherKey(entry.getKey()))));
            }
        }
        return history;
    }

    record Version(State state, LocalDate from, @Nullable LocalDate to) {}
}
