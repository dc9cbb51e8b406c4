package org.kvartal.forecast.pipeline;

/** What has become of a deal. */
public enum Outcome {
    OPEN,
    WON,
    LOST
}
