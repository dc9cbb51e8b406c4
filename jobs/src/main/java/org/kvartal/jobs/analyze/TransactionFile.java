package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/** Reads who bought when and for how much from a file, in columns that its user names. */
final class TransactionFile {
    private static final String CUSTOMER = "customer";
    private static final String DATE = "date";
    private static final String AMOUNT = "amount";
    private static final int MOST_KNOWN_DAYS = 100_000;

    private final Path file;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, LocalDate> knownDays = new HashMap<>();

    TransactionFile(Path file, String customer, String date, @Nullable String amount) {
        this.file = file;
        columns.put(CUSTOMER, customer);
        columns.put(DATE, date);
        if (amount != null) {
            columns.put(AMOUNT, amount);
        }
    }

    /**
     * What was read.
     *
     * @param customers who bought, in the order of the file
     * @param returns rows of a negative amount, which are no purchases
     * @param free rows of amount zero, which are
     */
    record Transactions(List<CustomerPurchases> customers, int returns, int free) {}

    /** The purchases up to a day. */
    Transactions until(LocalDate last) {
        Map<String, PurchaseDays> bought = new LinkedHashMap<>();
        int[] unusual = new int[2];
        InputTable.of(file, columns, List.copyOf(columns.keySet()), List.of()).read(row -> {
            String customer = row.requiredText(CUSTOMER);
            row.requiredText(DATE);
            if (columns.containsKey(AMOUNT)) {
                row.requiredText(AMOUNT);
            }
            Optional<BigDecimal> paid = row.number(AMOUNT);
            double amount = paid.map(BigDecimal::doubleValue).orElse(0.0);
            unusual[0] += amount < 0 ? 1 : 0;
            unusual[1] += paid.filter(one -> one.signum() == 0).isPresent() ? 1 : 0;
            day(row).filter(day -> !day.isAfter(last) && amount >= 0)
                    .ifPresent(day -> bought.computeIfAbsent(customer, name -> new PurchaseDays())
                            .add(day, amount));
        });
        if (bought.isEmpty()) {
            throw new InvalidInput("Cannot fit a model to %s: nobody bought up to %s".formatted(file, last));
        }
        List<CustomerPurchases> customers = new ArrayList<>(bought.size());
        bought.forEach((customer, days) -> customers.add(days.of(customer)));
        return new Transactions(customers, unusual[0], unusual[1]);
    }

    /** Millions of purchases share some thousand days, and each is understood once. */
    private Optional<LocalDate> day(InputRow row) {
        String text = row.text(DATE);
        @Nullable LocalDate known = knownDays.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<LocalDate> day = parsed(row, text);
        if (knownDays.size() < MOST_KNOWN_DAYS) {
            day.ifPresent(one -> knownDays.put(text, one));
        }
        return day;
    }

    /** The day of a date or time; dates without hyphens, as 19970101, are usual in such files. */
    private static Optional<LocalDate> parsed(InputRow row, String text) {
        if (text.matches("\\d{8}")) {
            try {
                return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
            } catch (DateTimeException e) {
                row.refuse(DATE, "must be a day that exists");
                return Optional.empty();
            }
        }
        return row.time(DATE, ZoneOffset.UTC).map(time -> time.toLocalDate());
    }
}
