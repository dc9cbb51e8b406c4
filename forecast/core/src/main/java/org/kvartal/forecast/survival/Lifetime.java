package org.kvartal.forecast.survival;

import org.apache.commons.math3.special.Erf;

/**
 * The distribution of what covariates leave unexplained of the logarithm of a time. Of e the logarithm of the density and
 * of the share above, each with its first two derivatives.
 */
public enum Lifetime {
    /** Weibull: the smallest extreme value, log f = e - exp(e), log S = -exp(e). The hazard only rises or only falls. */
    WEIBULL {
        @Override
        Slopes density(double e) {
            double grown = Math.exp(e);
            return new Slopes(e - grown, 1 - grown, -grown);
        }

        @Override
        Slopes above(double e) {
            double grown = Math.exp(e);
            return new Slopes(-grown, -grown, -grown);
        }
    },
    /** Log-normal: a hazard that rises and then falls, as that of handling times mostly does. */
    LOG_NORMAL {
        @Override
        Slopes density(double e) {
            return new Slopes(-e * e / 2 - LOG_ROOT, -e, -1);
        }

        @Override
        Slopes above(double e) {
            double log = e < FAR ? Math.log(Erf.erfc(e / Math.sqrt(2)) / 2) : -e * e / 2 - LOG_ROOT - Math.log(e);
            double hazard = e < FAR ? Math.exp(-e * e / 2 - LOG_ROOT - log) : e + 1 / e;
            return new Slopes(log, -hazard, -hazard * (hazard - e));
        }
    };

    private static final double LOG_ROOT = Math.log(2 * Math.PI) / 2;
    /** Beyond it the share above is too small for the error function. */
    private static final double FAR = 30;

    /** A function with its first and second derivative. */
    record Slopes(double value, double first, double second) {}

    abstract Slopes density(double e);

    abstract Slopes above(double e);
}
