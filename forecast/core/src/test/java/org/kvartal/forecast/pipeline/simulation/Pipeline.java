package org.kvartal.forecast.pipeline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A pipeline that lives day by day, and what the observer comes to believe about it. */
final class Pipeline {
    private final Life life;
    private final Shocks shocks;
    private final List<Deal> deals = new ArrayList<>();
    private final List<Deal> open = new ArrayList<>();
    private Day today;
    private int wins;
    private double exposure;

    /** @param eve the day before the first */
    Pipeline(Life life, int eve) {
        this.life = life;
        this.shocks = new Shocks(life.shape().terms().shockDeviation(), life.random());
        this.today = Day.of(eve);
    }

    /** Every deal so far, in the order of creation. */
    List<Deal> deals() {
        return deals;
    }

    List<Deal> open() {
        return open;
    }

    ShockPosterior shockPosterior() {
        return new ShockPosterior(life.shape().terms().shockDeviation(), wins, exposure);
    }

    /** A future as an observer imagines it who sees what the CRM shows and knows all parameters. */
    Future imagined(ShockPosterior posterior, SplittableRandom random) {
        List<Deal> copies = new ArrayList<>();
        for (Deal deal : open) {
            Deal copy = deal.imagined(random);
            life.shape().imagine(copy, random);
            copies.add(copy);
        }
        Shocks future = new Shocks(life.shape().terms().shockDeviation(), random);
        future.assume(today, posterior.draw(random));
        return new Future(new Life(life.shape(), life.company(), random, Journal.NONE), future, copies, today);
    }

    void advanceTo(int last) {
        while (today.number() < last) {
            nextDay();
            if (today.isWorking()) {
                create();
                double shock = shocks.on(today);
                open.forEach(deal -> live(deal, shock));
                open.removeIf(deal -> !deal.isOpen());
            }
        }
    }

    private void nextDay() {
        Day next = Day.of(today.number() + 1);
        if (next.quarter() != today.quarter()) {
            wins = 0;
            exposure = 0;
        }
        today = next;
    }

    private void create() {
        for (int i = Draws.poisson(life.shape().terms().expectedDeals(today), life.random()); i > 0; i--) {
            Deal deal = life.create(deals.size(), today);
            deals.add(deal);
            open.add(deal);
        }
    }

    private void live(Deal deal, double shock) {
        Shape shape = life.shape();
        double win = life.winHazard(deal, today);
        double awake = win * shock + shape.lossHazard(deal, today) + shape.moveHazard(deal, today);
        double routine = life.routineHazard(deal, today);
        exposure += (1 - deal.belief) * win;
        if (!life.happens(deal, today, shock, life.random().nextDouble())) {
            deal.stayedSilent(awake / (1 - routine));
        }
        wins += deal.won ? 1 : 0;
    }
}
