package org.kvartal.forecast.pipeline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One future of a pipeline as an observer imagines it. Each deal leaps from event to event by thinning (Lewis and
 * Shedler 1979, on days): the days until a candidate are geometric with a bound of the hazards, and the candidate is
 * taken with probability hazard / bound. The law is that of living day by day.
 */
final class Future {
    private final Life life;
    private final Shocks shocks;
    private final List<Deal> deals;
    private final SplittableRandom random;
    private Day today;

    Future(Life life, Shocks shocks, List<Deal> deals, Day today) {
        this.life = life;
        this.shocks = shocks;
        this.deals = new ArrayList<>(deals);
        this.random = life.random();
        this.today = today;
    }

    /** The deals it started from, in their order, then those created since. */
    List<Deal> deals() {
        return deals;
    }

    void advanceTo(int last) {
        while (today.number() < last) {
            List<Day> days = workingDaysOfOneQuarter(last);
            deals.forEach(deal -> live(deal, days, 0));
            for (int i = 0; i < days.size(); i++) {
                for (int n = newDeals(days.get(i)); n > 0; n--) {
                    Deal deal = life.create(deals.size(), days.get(i));
                    deals.add(deal);
                    live(deal, days, i);
                }
            }
        }
    }

    /** Lives on without new deals. */
    void runOut(int last) {
        while (today.number() < last) {
            List<Day> days = workingDaysOfOneQuarter(last);
            deals.forEach(deal -> live(deal, days, 0));
        }
    }

    private int newDeals(Day day) {
        return Draws.poisson(life.shape().terms().expectedDeals(day), random);
    }

    private List<Day> workingDaysOfOneQuarter(int last) {
        List<Day> days = new ArrayList<>();
        int quarter = Day.of(today.number() + 1).quarter();
        while (today.number() < last && Day.of(today.number() + 1).quarter() == quarter) {
            today = Day.of(today.number() + 1);
            if (today.isWorking()) {
                days.add(today);
            }
        }
        return days;
    }

    private void live(Deal deal, List<Day> days, int from) {
        int i = from;
        while (deal.isOpen() && !deal.asleep && i < days.size()) {
            double shock = shocks.on(days.get(i));
            double bound = life.bound(deal, days.get(i), shock);
            i += (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - bound));
            if (i < days.size()) {
                life.happens(deal, days.get(i), shock, random.nextDouble() * bound);
                i++;
            }
        }
    }
}
