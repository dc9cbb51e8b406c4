package org.kvartal.forecast.effect;

import java.util.List;
import java.util.Random;

/**
 * An invented training of agents in waves, with known effects on the logarithm of handling time: slow agents are trained
 * first, effects differ from agent to agent and wear off, all months share a trend and a season, and each agent has good
 * and bad times that last (autoregression of order one).
 *
 * @param agents of whom a share of 8 % is never trained, unless said otherwise
 * @param untrained share of agents that are never trained
 * @param effect mean effect in the month of training, in log points
 * @param slope by how much more per month the time of agents to be trained changes than that of others
 */
record RollOut(int agents, int months, int waves, double untrained, double effect, double slope) {
    private static final double HALF_LIFE = 8;
    private static final double LASTING = 0.5;
    private static final double SHOCK = 0.12;

    static RollOut usual() {
        return new RollOut(200, 30, 6, 0.08, -0.15, 0);
    }

    RollOut effect(double other) {
        return new RollOut(agents, months, waves, untrained, other, slope);
    }

    RollOut slope(double other) {
        return new RollOut(agents, months, waves, untrained, effect, other);
    }

    RollOut agents(int other, int otherWaves) {
        return new RollOut(other, months, otherWaves, untrained, effect, slope);
    }

    RollOut untrained(double other) {
        return new RollOut(agents, months, waves, other, effect, slope);
    }

    /** A panel, and the mean of the true effects over its treated observations. */
    record Drawn(Panel panel, double truth) {}

    Drawn draw(long seed) {
        Random random = new Random(seed);
        PanelBuilder panel = new PanelBuilder(List.of());
        double sum = 0;
        int treated = 0;
        int trained = agents - (int) Math.round(untrained * agents);
        for (int agent = 0; agent < agents; agent++) {
            double slowness = 3 + 0.4 * (1 - 2.0 * agent / agents) + 0.2 * random.nextGaussian();
            double own = effect * (1 + 0.5 * random.nextGaussian());
            boolean isTrained = agent < trained;
            long first = isTrained ? 8 + 2L * (agent * waves / trained) : Panel.NEVER;
            double shock = SHOCK * random.nextGaussian() / Math.sqrt(1 - LASTING * LASTING);
            for (int month = 1; month <= months; month++) {
                shock = LASTING * shock + SHOCK * random.nextGaussian();
                double common = 0.004 * month + 0.05 * Math.sin(2 * Math.PI * month / 12);
                double gain = month >= first ? own * Math.exp(-Math.log(2) * (month - first) / HALF_LIFE) : 0;
                panel.add(
                        "A" + agent, month, first, slowness + common + (isTrained ? slope * month : 0) + gain + shock);
                sum += gain;
                treated += month >= first ? 1 : 0;
            }
        }
        return new Drawn(panel.build(), sum / treated);
    }
}
