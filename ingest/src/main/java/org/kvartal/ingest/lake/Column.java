package org.kvartal.ingest.lake;

import java.util.List;
import java.util.Optional;

/**
 * One column of a lake table, as declared.
 *
 * @param unit what one unit of a value is ("days", "project currency"); empty for text, dates and flags
 * @param references the clean table whose key the values name; empty for all other columns
 * @param allowed the only values that may occur; empty when any may
 * @param creation tells when the row came into being: a row created after the as-of date is not yet known
 */
public record Column(
        String name,
        ColumnType type,
        String description,
        boolean required,
        String unit,
        String references,
        List<String> allowed,
        Sensitivity sensitivity,
        boolean creation) {

    /** Unit of money that is converted to the project's currency. */
    public static final String PROJECT_CURRENCY = "project currency";

    public Column {
        allowed = List.copyOf(allowed);
    }

    public static Column id(String name, String description) {
        return of(name, ColumnType.ID, description);
    }

    /** An id that names a row of another clean table. */
    public static Column reference(String name, String table, String description) {
        return new Column(name, ColumnType.ID, description, false, "", table, List.of(), Sensitivity.INTERNAL, false);
    }

    public static Column text(String name, String description) {
        return of(name, ColumnType.TEXT, description);
    }

    public static Column integer(String name, String description) {
        return of(name, ColumnType.INTEGER, description);
    }

    public static Column number(String name, String description) {
        return of(name, ColumnType.NUMBER, description);
    }

    /** An amount in the project's currency; say otherwise with {@link #in}. */
    public static Column money(String name, String description) {
        return of(name, ColumnType.MONEY, description).in(PROJECT_CURRENCY);
    }

    public static Column rate(String name, String description) {
        return of(name, ColumnType.RATE, description);
    }

    public static Column date(String name, String description) {
        return of(name, ColumnType.DATE, description);
    }

    public static Column instant(String name, String description) {
        return of(name, ColumnType.INSTANT, description);
    }

    public static Column flag(String name, String description) {
        return of(name, ColumnType.FLAG, description);
    }

    public static Column of(String name, ColumnType type, String description) {
        return new Column(name, type, description, false, "", "", List.of(), Sensitivity.INTERNAL, false);
    }

    /** The same column, which must have a value in every row. */
    public Column asRequired() {
        return new Column(name, type, description, true, unit, references, allowed, sensitivity, creation);
    }

    public Column in(String newUnit) {
        return new Column(name, type, description, required, newUnit, references, allowed, sensitivity, creation);
    }

    public Column oneOf(String... values) {
        return new Column(name, type, description, required, unit, references, List.of(values), sensitivity, creation);
    }

    /** The same column, whose values tell persons apart. */
    public Column ofPerson() {
        return new Column(name, type, description, required, unit, references, allowed, Sensitivity.PERSON, creation);
    }

    /** The same column, which counts the persons whom the row is about. */
    public Column ofGroup() {
        return new Column(name, type, description, required, unit, references, allowed, Sensitivity.GROUP, creation);
    }

    /** The same column, which tells when the row came into being. */
    public Column asCreation() {
        return new Column(name, type, description, required, unit, references, allowed, sensitivity, true);
    }

    public Optional<String> referencedTable() {
        return references.isEmpty() ? Optional.empty() : Optional.of(references);
    }
}
