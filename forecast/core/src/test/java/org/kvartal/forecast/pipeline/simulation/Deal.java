package org.kvartal.forecast.pipeline.simulation;

import java.util.random.RandomGenerator;

/**
 * One deal of a simulated pipeline. Days are numbers since 1970-01-01.
 *
 * <p>A deal may be asleep: it never moves nor closes again. The CRM does not show that. What an observer makes of
 * the silence is the belief, the probability that the deal is asleep given all that was seen:
 * <pre>
 *   belief &lt;- belief / (belief + (1 - belief) (1 - hazard))     a day without a sign of life
 *   belief &lt;- 0                                                a sign of life
 *   belief &lt;- belief + (1 - belief) risk                       a moment at which deals fall asleep
 * </pre>
 */
final class Deal {
    static final int NONE = -1;

    final int number;
    final Account account;
    final Traits traits;
    final int created;
    int owner;
    int stage;
    int stageSince;
    int promised = NONE;
    int pushes;
    double amount;
    int closed = NONE;
    boolean won;
    boolean asleep;
    double belief;

    Deal(int number, Account account, Traits traits, int created) {
        this.number = number;
        this.account = account;
        this.traits = traits;
        this.created = created;
        this.stageSince = created;
    }

    /** The same deal for an observer: whether it is asleep is drawn from the belief. */
    Deal imagined(RandomGenerator random) {
        Deal copy = copy();
        copy.asleep = random.nextDouble() < belief;
        return copy;
    }

    Deal copy() {
        Deal copy = new Deal(number, account, traits, created);
        copy.owner = owner;
        copy.stage = stage;
        copy.stageSince = stageSince;
        copy.promised = promised;
        copy.pushes = pushes;
        copy.amount = amount;
        copy.closed = closed;
        copy.won = won;
        copy.asleep = asleep;
        copy.belief = belief;
        return copy;
    }

    boolean isOpen() {
        return closed == NONE;
    }

    String id() {
        return "D%05d".formatted(number);
    }

    void stayedSilent(double hazard) {
        belief = belief / (belief + (1 - belief) * (1 - hazard));
    }

    void showedLife() {
        belief = 0;
    }

    void mayFallAsleep(double risk, RandomGenerator random) {
        asleep |= random.nextDouble() < risk;
        belief += (1 - belief) * risk;
    }
}
