package org.kvartal.reports.section.people;

import java.util.Locale;
import org.kvartal.reports.fact.Unit;

/** What a training may change, in words. */
enum TrainingOutcome {
    HANDLING_TIME("handling times", Scale.RATIO),
    FIRST_RESPONSE("the wait for a first answer", Scale.RATIO),
    SLA_SHARE("requests within the time promised", Scale.SHARE),
    SATISFACTION("marks of customers", Scale.MARK),
    RESPONSE_RATE("customers who give a mark", Scale.SHARE),
    ACTIVE_DAYS("days of use of the CRM", Scale.RATIO);

    /** How a change is printed. */
    enum Scale {
        RATIO("logarithm", Unit.RATE.asChange(), "in percent of what they were"),
        SHARE("share", Unit.POINTS, "in percentage points"),
        MARK("mark", Unit.measure("", 2).asChange(), "in marks from 1 to 5");

        private final String stored;
        private final Unit unit;
        private final String words;

        Scale(String stored, Unit unit, String words) {
            this.stored = stored;
            this.unit = unit;
            this.words = words;
        }

        /** As the tables name it. */
        String stored() {
            return stored;
        }

        Unit unit() {
            return unit;
        }

        String words() {
            return words;
        }

        /** What a number of the tables means, as SQL. */
        String told(String sql) {
            return this == RATIO ? "exp(" + sql + ") - 1" : sql;
        }
    }

    private final String words;
    private final Scale scale;

    TrainingOutcome(String words, Scale scale) {
        this.words = words;
        this.scale = scale;
    }

    static TrainingOutcome of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** In the middle of a sentence. */
    String words() {
        return words;
    }

    String title() {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    Scale scale() {
        return scale;
    }
}
