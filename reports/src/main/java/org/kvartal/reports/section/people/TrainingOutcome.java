package org.kvartal.reports.section.people;

import java.util.Locale;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Unit;

/** What a training may change, in words. */
enum TrainingOutcome {
    HANDLING_TIME("Handling times", "handling times", Scale.RATIO),
    FIRST_RESPONSE("The wait for a first answer", "the wait for a first answer", Scale.RATIO),
    SLA_SHARE("Requests within the time promised", "requests within the time promised", Scale.SHARE),
    SATISFACTION("Marks of customers", "marks of customers", Scale.MARK),
    RESPONSE_RATE("Customers who give a mark", "customers who give a mark", Scale.SHARE),
    ACTIVE_DAYS("Days of use of the CRM", "days of use of the CRM", Scale.RATIO);

    /** How a change is printed. */
    enum Scale {
        RATIO("logarithm", Unit.RATE.asChange(), "What courses changed, in percent of what they were"),
        SHARE("share", Unit.POINTS, "What courses changed, in percentage points"),
        MARK("mark", Unit.measure("", 2).asChange(), "What courses changed, in marks from 1 to 5");

        private final String stored;
        private final Unit unit;
        private final @Message String caption;

        Scale(String stored, Unit unit, @Message String caption) {
            this.stored = stored;
            this.unit = unit;
            this.caption = caption;
        }

        /** As the tables name it. */
        String stored() {
            return stored;
        }

        Unit unit() {
            return unit;
        }

        /** Above a table of such changes. */
        @Message
        String caption() {
            return caption;
        }

        /** What a number of the tables means, as SQL. */
        String told(String sql) {
            return this == RATIO ? "exp(" + sql + ") - 1" : sql;
        }
    }

    private final @Message String title;
    private final @Message String words;
    private final Scale scale;

    TrainingOutcome(@Message String title, @Message String words, Scale scale) {
        this.title = title;
        this.words = words;
        this.scale = scale;
    }

    static TrainingOutcome of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** In the middle of a sentence. */
    @Message
    String words() {
        return words;
    }

    @Message
    String title() {
        return title;
    }

    Scale scale() {
        return scale;
    }
}
