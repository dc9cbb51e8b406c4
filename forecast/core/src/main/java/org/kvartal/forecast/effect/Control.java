package org.kvartal.forecast.effect;

/** With whom the treated are compared. */
public enum Control {
    /** Units that are not treated by the last period. */
    NEVER,
    /** These, and units that are treated only after the periods compared. */
    NOT_YET
}
