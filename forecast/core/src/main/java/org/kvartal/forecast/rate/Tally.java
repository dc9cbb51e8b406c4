package org.kvartal.forecast.rate;

/**
 * Cases of one group, and how many of them had the property whose rate is wanted: deals closed and deals won.
 *
 * @param group which one
 * @param successes from 0 to trials
 * @param trials cases
 */
public record Tally(String group, long successes, long trials) {
    public Tally {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("Invalid tally of " + group + ": " + successes + " of " + trials);
        }
    }

    /** Both together. */
    Tally plus(Tally other) {
        return new Tally(group, successes + other.successes, trials + other.trials);
    }
}
