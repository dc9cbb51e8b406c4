package org.kvartal.reports.document;

import org.kvartal.reports.fact.Unit;

/** One column of a table, whose numbers all have its unit. */
public record Column(String title, Role role, Unit unit) {

    /** What a column holds, which decides how it is set. */
    public enum Role {
        /** Names and words. */
        TEXT,
        /** Numbers in the column's common scale: 4,812 under "k EUR". */
        NUMBER,
        /** Numbers with all digits of the unit. */
        EXACT,
        /** Changes that are good when they are positive. */
        GAIN,
        /** Changes that are bad when they are positive, as those of a waiting time. */
        LOSS
    }

    public static Column text(String title) {
        return new Column(title, Role.TEXT, Unit.TEXT);
    }

    public static Column number(String title, Unit unit) {
        return new Column(title, Role.NUMBER, unit);
    }

    public static Column exact(String title, Unit unit) {
        return new Column(title, Role.EXACT, unit);
    }

    /** A change for the better when positive; its sign is printed. */
    public static Column gain(String title, Unit unit) {
        return new Column(title, Role.GAIN, unit.asChange());
    }

    /** A change for the worse when positive; its sign is printed. */
    public static Column loss(String title, Unit unit) {
        return new Column(title, Role.LOSS, unit.asChange());
    }

    public boolean isChange() {
        return role == Role.GAIN || role == Role.LOSS;
    }
}
