package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Customers.Account;
import org.kvartal.jobs.demo.Defect.Kind;
import org.kvartal.jobs.demo.Sales.Booked;

/** Spoils a few dozen rows, so old that the last two months of the history change nothing about it. */
final class Defects {
    private static final int DAYS_AT_REST = 60;
    private static final int NOBODY = 990_001;
    private static final List<String> NOT_CURRENCIES = List.of("EURO", "US$", "KČ", "eur?");

    private final World world;
    private final Dice dice;
    private final Instant settled;
    private final Set<Row> spoilt = new HashSet<>();
    private final List<Defect> planted = new ArrayList<>();

    private Defects(World world) {
        this.world = world;
        this.dice = world.dice("defects");
        this.settled = WorkCalendar.endOf(world.span().last().minusDays(DAYS_AT_REST));
    }

    static List<Defect> plant(World world, Customers customers, Sales sales) {
        Defects defects = new Defects(world);
        defects.inSales(sales);
        defects.inService();
        defects.inPrices();
        defects.inTrainings();
        defects.inAccounts(customers);
        return defects.planted;
    }

    private void inSales(Sales sales) {
        List<Row> open = rows(sales, deal -> deal.timeline().openAt(world.end()));
        open.removeIf(row -> !row.enteredAt().isBefore(settled));
        some(5, open).forEach(row -> spoil(row, "OWNER_ID", null, Kind.MISSING_OWNER));
        List<Row> lost = atRest(rows(sales, this::lost));
        some(3, lost).forEach(row -> {
            BigDecimal amount = (BigDecimal) row.get("AMOUNT_BASE");
            row.rewrite("AMOUNT", ((BigDecimal) row.get("AMOUNT")).negate());
            spoil(row, "AMOUNT_BASE", amount.negate(), Kind.NEGATIVE_AMOUNT);
        });
        some(4, lost).forEach(row -> {
            Instant early = row.enteredAt().minus(dice.between(5, 60), ChronoUnit.DAYS);
            row.set("CLOSED_AT", early);
            record(row, "CLOSED_AT", Kind.CLOSED_BEFORE_CREATED);
        });
        some(2, lost).forEach(row -> inYearsToCome(row, "CLOSED_AT"));
        some(4, lost).forEach(row -> spoil(row, "ACCOUNT_ID", NOBODY + dice.between(0, 99), Kind.ORPHAN_REFERENCE));
        List<Row> foreign = some(NOT_CURRENCIES.size(), lost);
        for (int i = 0; i < foreign.size(); i++) {
            spoil(foreign.get(i), "CURRENCY_CODE", NOT_CURRENCIES.get(i), Kind.MALFORMED_CURRENCY);
        }
    }

    private void inService() {
        List<Row> requests = atRest(world.history().rows(ServiceDesk.REQUEST));
        some(4, requests).forEach(row -> {
            row.set("RESOLVED_AT", row.enteredAt().minus(dice.between(1, 9), ChronoUnit.DAYS));
            record(row, "RESOLVED_AT", Kind.RESOLVED_BEFORE_OPENED);
        });
        some(3, requests).forEach(row -> inYearsToCome(row, "RESOLVED_AT"));
        some(3, requests).forEach(row -> spoil(row, "CATEGORY_KEY", "-1", Kind.UNKNOWN_CODE));
    }

    private void inPrices() {
        for (Row seen : some(4, atRest(world.history().rows(Rivals.COMPETITOR_PRICE)))) {
            record(
                    copy(seen, "COMPETITOR_PRODUCT_ID", "OBSERVED_ON", "NET_PRICE", "IS_PROMOTION", "ORIGIN_KEY"),
                    "OBSERVED_ON",
                    Kind.DUPLICATE_ROW);
        }
        for (Row quota : some(2, atRest(world.history().rows(Targets.QUOTA)))) {
            BigDecimal other = ((BigDecimal) quota.get("AMOUNT_BASE")).add(BigDecimal.valueOf(5_000));
            Row second = copy(quota, "EMPLOYEE_ID", "MONTH_START").set("AMOUNT_BASE", other);
            record(second, "AMOUNT_BASE", Kind.CONFLICTING_ROW);
        }
    }

    private void inTrainings() {
        List<Row> missed = atRest(world.history().rows(Trainings.ENROLMENT)).stream()
                .filter(row -> "MIS".equals(row.get("STATUS_KEY")))
                .toList();
        some(2, missed).forEach(row -> spoil(row, "STATUS_KEY", "???", Kind.UNKNOWN_CODE));
    }

    /** Accounts that an import has left without a name; nothing refers to them, so that each is one bad row. */
    private void inAccounts(Customers customers) {
        for (Account twin : customers.accounts().subList(0, 2)) {
            Row nameless = world.history()
                    .add(Customers.ACCOUNT, twin.row().enteredAt().plusSeconds(1))
                    .set("COUNTRY_ID", twin.country().row());
            record(nameless, "NAME", Kind.MISSING_NAME);
        }
    }

    private boolean lost(Deal deal) {
        return deal.timeline()
                .closing()
                .filter(closing -> closing.to() == Stage.LOST && world.covers(closing.at()))
                .isPresent();
    }

    private static List<Row> rows(Sales sales, Predicate<Deal> kind) {
        return sales.booked().stream()
                .filter(booked -> kind.test(booked.deal()))
                .map(Booked::row)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Row> atRest(List<Row> rows) {
        return rows.stream().filter(row -> row.changedAt().isBefore(settled)).toList();
    }

    private List<Row> some(int count, List<Row> rows) {
        List<Row> sound = rows.stream().filter(row -> !spoilt.contains(row)).toList();
        List<Row> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(count, sound.size())) {
            Row row = dice.pick(sound);
            if (spoilt.add(row)) {
                chosen.add(row);
            }
        }
        return chosen;
    }

    private Row copy(Row original, String... columns) {
        Row copy = world.history().add(original.table(), original.enteredAt().plusSeconds(90));
        for (String column : columns) {
            copy.set(column, original.get(column));
        }
        return copy;
    }

    private void inYearsToCome(Row row, String column) {
        row.set(column, row.enteredAt().plus(10L * 365 + dice.between(0, 300), ChronoUnit.DAYS));
        record(row, column, Kind.FUTURE_DATE);
    }

    private void spoil(Row row, String column, @Nullable Object value, Kind kind) {
        row.rewrite(column, value);
        record(row, column, kind);
    }

    private void record(Row row, String column, Kind kind) {
        planted.add(new Defect(row, column, kind));
    }
}
