package org.kvartal.forecast.pipeline.simulation;

import java.util.SplittableRandom;

/** What can happen to an open deal on a working day. At most one thing does, and a draw of fate says which. */
record Life(Shape shape, Company company, SplittableRandom random, Journal journal) {
    private static final double HANDOVER = 0.0006;

    /** Without the quarter's shock. */
    double winHazard(Deal deal, Day day) {
        return shape.winHazard(deal, day) * company.skills().get(deal.owner);
    }

    /** Hazard of what awake and sleeping deals share. */
    double routineHazard(Deal deal, Day day) {
        return shape.pushHazard(deal, day) + HANDOVER;
    }

    /** At least the sum of all hazards from the day on, until something happens or the shock changes. */
    double bound(Deal deal, Day day, double shock) {
        return Math.min(1, shape.bound(deal, day, shock * company.skills().get(deal.owner)) + HANDOVER);
    }

    /** A newly created deal with its owner. */
    Deal create(int number, Day day) {
        Deal deal = shape.newDeal(number, Draws.oneOf(company.accounts(), random), day, random);
        deal.owner = random.nextInt(company.skills().size());
        journal.stageChanged(deal, Deal.NONE, deal.stage, day.number());
        return deal;
    }

    /**
     * Lets happen what fate says, and tells whether anything did.
     *
     * @param fate uniform from 0 to 1, or to the bound if it is known to lie below
     */
    boolean happens(Deal deal, Day day, double shock, double fate) {
        double routine = life(deal, day, shock, fate);
        return routine < 0 || routineHappens(deal, day, routine);
    }

    /** What only an awake deal does; gives what is left of fate, or -1 if that was all for the day. */
    private double life(Deal deal, Day day, double shock, double fate) {
        if (deal.asleep) {
            return fate;
        }
        double win = winHazard(deal, day) * shock;
        double lossOrWin = win + shape.lossHazard(deal, day);
        double any = lossOrWin + shape.moveHazard(deal, day);
        if (fate < win) {
            win(deal, day);
        } else if (fate < lossOrWin) {
            close(deal, shape.lost(), day);
        } else if (fate < any) {
            move(deal, day);
        }
        return fate < any ? -1 : fate - any;
    }

    private boolean routineHappens(Deal deal, Day day, double fate) {
        double push = shape.pushHazard(deal, day);
        if (fate < push) {
            push(deal, day);
        } else if (fate < push + HANDOVER) {
            int before = deal.owner;
            deal.owner = random.nextInt(company.skills().size());
            journal.ownerChanged(deal, before, deal.owner, day.number());
        }
        return fate < push + HANDOVER;
    }

    private void push(Deal deal, Day day) {
        int before = deal.promised;
        deal.pushes++;
        shape.push(deal, day, journal, random);
        journal.promiseChanged(deal, before, deal.promised, day.number());
    }

    private void win(Deal deal, Day day) {
        deal.won = true;
        double before = deal.amount;
        deal.amount = shape.terms().closingAmount(before, random);
        journal.amountChanged(deal, before, deal.amount, day.number());
        close(deal, shape.won(), day);
    }

    private void close(Deal deal, int stage, Day day) {
        journal.stageChanged(deal, deal.stage, stage, day.number());
        journal.promiseChanged(deal, deal.promised, day.number(), day.number());
        deal.stage = stage;
        deal.closed = day.number();
    }

    private void move(Deal deal, Day day) {
        journal.stageChanged(deal, deal.stage, deal.stage + 1, day.number());
        deal.stage++;
        deal.stageSince = day.number();
        deal.showedLife();
        shape.moved(deal, day, journal, random);
    }
}
