package org.kvartal.reports.custom;

import java.util.Optional;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** What the columns of a section's queries are called and measured in: by their names, unless the section says it. */
record Columns(SectionFile file, String currency) {
    private static final int DECIMALS = 1;

    /** Of a column of numbers; empty if neither its name nor the section tells it. */
    Optional<Unit> unit(String column) {
        String declared = file.units().get(column);
        if (declared != null) {
            return Optional.of(named(declared).orElseGet(() -> Unit.named(declared, DECIMALS)));
        }
        return named(column.substring(column.lastIndexOf('_') + 1));
    }

    private Optional<Unit> named(String name) {
        return switch (name) {
            case "amount" -> Optional.of(Unit.money(currency));
            case "price" -> Optional.of(Unit.price(currency));
            case "count" -> Optional.of(Unit.count(""));
            case "rate", "share" -> Optional.of(Unit.RATE);
            case "points" -> Optional.of(Unit.POINTS);
            case "days" -> Optional.of(Unit.measure("days", 0));
            case "hours" -> Optional.of(Unit.measure("hours", DECIMALS));
            case "minutes" -> Optional.of(Unit.measure("minutes", 0));
            default -> Optional.empty();
        };
    }

    /** What stands above the column: {@code won_rate} becomes "Won rate". */
    Text head(String column) {
        String words = column.replace('_', ' ').strip();
        String plain = words.isEmpty() ? column : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return Text.name(file.heads().getOrDefault(column, plain));
    }
}
