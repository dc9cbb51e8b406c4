package org.kvartal.jobs.demo;

/**
 * What a training does to handling time.
 * <pre>
 *   log factor(t) = ln(1 + peak) * t / ramp                           0 &lt;= t &lt;= ramp
 *                   ln(1 + peak) * 0.5 ^ ((t - ramp) / half-life)     t &gt; ramp
 * </pre>
 * t is the number of days since the training, 0 before it.
 *
 * @param peak relative change at its largest, as -0.2
 */
record TrainingEffect(double peak, int rampDays, int halfLifeDays) {
    double logFactor(long daysSince) {
        if (daysSince <= 0) {
            return 0;
        }
        double full = StrictMath.log(1 + peak);
        return daysSince <= rampDays
                ? full * daysSince / rampDays
                : full * StrictMath.pow(0.5, (daysSince - rampDays) / (double) halfLifeDays);
    }
}
