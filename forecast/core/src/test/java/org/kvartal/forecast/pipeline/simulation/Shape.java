package org.kvartal.forecast.pipeline.simulation;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The way deals of a simulated pipeline live. Hazards are probabilities per working day, for a deal that is awake. */
sealed interface Shape permits Funnel, AgeOnly, Promises {
    String name();

    Terms terms();

    /** Names of the stages in order, followed by those of won and of lost deals. */
    List<String> stages();

    Deal newDeal(int number, Account account, Day day, RandomGenerator random);

    /** Without the owner's skill and the quarter's shock. */
    double winHazard(Deal deal, Day day);

    double lossHazard(Deal deal, Day day);

    /** Hazard of entering the next stage. */
    double moveHazard(Deal deal, Day day);

    /** What changes when a deal enters the next stage, beside the stage. */
    default void moved(Deal deal, Day day, Journal journal, RandomGenerator random) {}

    /** Hazard of pushing the promised date, of a deal awake or asleep: it tells nothing about the sleep. */
    default double pushHazard(Deal deal, Day day) {
        return 0;
    }

    /** Promises another date. */
    default void push(Deal deal, Day day, Journal journal, RandomGenerator random) {}

    /**
     * At least the sum of all hazards on each day from the given one, until something happens to the deal.
     *
     * @param winFactor owner's skill times the quarter's shock
     */
    double bound(Deal deal, Day day, double winFactor);

    /** Fills in what the CRM does not show of an open deal. */
    default void imagine(Deal deal, RandomGenerator random) {}

    /** Whether the CRM shows the amount of the deal while it is open. */
    default boolean showsAmount(Deal deal) {
        return true;
    }

    /** Whether the CRM logs stages and changes. */
    default boolean isLogged() {
        return true;
    }

    /** The CRM's probability of an open deal. */
    double probability(Deal deal);

    /** Further columns of the opportunities, in order. */
    Map<String, String> columns(Deal deal);

    default int won() {
        return stages().size() - 2;
    }

    default int lost() {
        return stages().size() - 1;
    }
}
