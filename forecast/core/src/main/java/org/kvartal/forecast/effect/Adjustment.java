package org.kvartal.forecast.effect;

/** How treated units and controls are made alike in their covariates. */
public enum Adjustment {
    /** By both of the other ways: right when either is. */
    DOUBLY_ROBUST,
    /** By what a regression among controls expects of the treated. */
    REGRESSION,
    /** By weighting controls by their odds of being treated. */
    WEIGHTING
}
