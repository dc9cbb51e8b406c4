package org.kvartal.forecast.survival;

/** The scale on which an interval of a probability is symmetric. */
public enum IntervalScale {
    /** exp(ln S -+ z se / S), at most 1: the customary one for survival. */
    LOG {
        @Override
        Band band(double estimate, double standardError, double z) {
            double half = z * standardError / estimate;
            return new Band(estimate * Math.exp(-half), Math.min(1, estimate * Math.exp(half)));
        }
    },
    /** S^exp(-+ z se / (S ln S)): never leaves 0 to 1, and better with few ends. */
    LOG_LOG {
        @Override
        Band band(double estimate, double standardError, double z) {
            double half = Math.abs(z * standardError / (estimate * Math.log(estimate)));
            return new Band(Math.pow(estimate, Math.exp(half)), Math.pow(estimate, Math.exp(-half)));
        }
    };

    /** Range of a probability. */
    public record Band(double low, double high) {}

    /** For an estimate strictly between 0 and 1. */
    abstract Band band(double estimate, double standardError, double z);

    /** A probability of 0 or 1 has no error that could be estimated: the range is the value. */
    Band around(double estimate, double standardError, double z) {
        return estimate <= 0 || estimate >= 1 ? new Band(estimate, estimate) : band(estimate, standardError, z);
    }
}
