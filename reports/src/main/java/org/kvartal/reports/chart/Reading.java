package org.kvartal.reports.chart;

import org.kvartal.reports.fact.Language;

/** Which way the eye goes along a line of text, and with it along names and the bars behind them. */
enum Reading {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT;

    static Reading of(Language language) {
        return language.isRightToLeft() ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }
}
