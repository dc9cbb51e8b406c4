package org.kvartal.reports.document;

import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** One column of a table, whose numbers all have its unit. */
public record Column(Text title, Role role, Unit unit) {

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

    public static Column text(Text title) {
        return new Column(title, Role.TEXT, Unit.TEXT);
    }

    public static Column text(@Message String title) {
        return text(Text.of(title));
    }

    public static Column number(Text title, Unit unit) {
        return new Column(title, Role.NUMBER, unit);
    }

    public static Column number(@Message String title, Unit unit) {
        return number(Text.of(title), unit);
    }

    public static Column exact(Text title, Unit unit) {
        return new Column(title, Role.EXACT, unit);
    }

    public static Column exact(@Message String title, Unit unit) {
        return exact(Text.of(title), unit);
    }

    /** A change for the better when positive; its sign is printed. */
    public static Column gain(Text title, Unit unit) {
        return new Column(title, Role.GAIN, unit.asChange());
    }

    public static Column gain(@Message String title, Unit unit) {
        return gain(Text.of(title), unit);
    }

    /** A change for the worse when positive; its sign is printed. */
    public static Column loss(Text title, Unit unit) {
        return new Column(title, Role.LOSS, unit.asChange());
    }

    public static Column loss(@Message String title, Unit unit) {
        return loss(Text.of(title), unit);
    }

    public boolean isChange() {
        return role == Role.GAIN || role == Role.LOSS;
    }
}
