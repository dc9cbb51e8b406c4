package org.kvartal.reports.chart;

import org.kvartal.reports.fact.Message;

/** What a number stands for; each has its mark in every chart, which does not rely on hue. */
public enum Scenario {
    /** Solid and dark. */
    ACTUAL("AC"),
    /** Outlined. */
    PLAN("PL"),
    /** Solid and light. */
    PRIOR_YEAR("PY"),
    /** Hatched, always with its interval. */
    FORECAST("FC");

    private final @Message String code;

    Scenario(@Message String code) {
        this.code = code;
    }

    /** The two letters that tell the scenario on paper. */
    @Message
    public String code() {
        return code;
    }
}
