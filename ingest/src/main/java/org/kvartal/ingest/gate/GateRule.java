package org.kvartal.ingest.gate;

import org.kvartal.ingest.settings.ConfigSection;

/**
 * How a gate judges a table.
 *
 * @param limit the most that may be measured: a share of rows, or days
 * @param fewRows so many rows never fail it: a share of a short table says nothing
 * @param calendar working calendar whose days are counted; empty for all days
 */
public record GateRule(double limit, long fewRows, Action then, String calendar) {
    private static final int MOST_FEW_ROWS = 1_000_000;
    private static final int MOST_DAYS = 3660;

    /** A gate of shares, where a key that is absent keeps its value. */
    GateRule readShare(ConfigSection section) {
        return new GateRule(
                section.numberFrom(0, 1, "at-most", limit),
                section.integerFrom(0, MOST_FEW_ROWS, "few-rows", (int) fewRows),
                action(section, then),
                "");
    }

    /** A gate of days. */
    static GateRule readDays(ConfigSection section) {
        return new GateRule(
                section.integerFrom(0, MOST_DAYS, "at-most-days"),
                0,
                action(section, Action.BLOCK),
                section.text("calendar", ""));
    }

    static Action action(ConfigSection section, Action usual) {
        return section.has("then") ? section.oneOf("then", Action.class) : usual;
    }

    boolean isJudged() {
        return then != Action.IGNORE;
    }
}
