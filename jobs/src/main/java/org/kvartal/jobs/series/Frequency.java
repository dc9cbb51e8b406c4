package org.kvartal.jobs.series;

/** How often a series has a value, in letters as they are used elsewhere: hour, day, week, month, quarter, year. */
public enum Frequency {
    H(Spacing.micros(Spacing.HOUR), 24),
    D(Spacing.micros(TimeForm.DAY), 7),
    W(Spacing.micros(7 * TimeForm.DAY), 52),
    M(Spacing.months(1), 12),
    Q(Spacing.months(3), 4),
    Y(Spacing.months(12), 1);

    private final Spacing spacing;
    private final int season;

    Frequency(Spacing spacing, int season) {
        this.spacing = spacing;
        this.season = season;
    }

    Spacing spacing() {
        return spacing;
    }

    /** The length of the season that such series have as a rule. */
    int season() {
        return season;
    }
}
