package org.kvartal.forecast.pipeline.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Deals climb five logged stages and are won from the last one. Some fall asleep on entering a stage; express deals
 * start in the last stage and close within days. Promised dates are pushed when they have passed and tell nothing.
 *
 * @param advances hazards of entering the next stage, per week and stage
 * @param losses hazards of losing, per week and stage
 * @param win hazard of winning from the last stage, per week
 * @param probabilities the CRM's probabilities, optimistic
 * @param expressShare share of express deals among those created
 */
record Funnel(
        Terms terms,
        List<Double> advances,
        List<Double> losses,
        double win,
        List<Double> probabilities,
        double expressShare)
        implements Shape {
    private static final List<String> STAGES = List.of(
            "Prospecting", "Qualification", "Proposal", "Negotiation", "Commitment", "Closed Won", "Closed Lost");
    private static final Map<String, Double> SEGMENTS = Map.of("Small", 1.3, "Middle", 1.0, "Large", 0.75);
    private static final Map<String, Double> SOURCES =
            Map.of("Referral", 1.4, "Partner", 1.1, "Event", 0.9, "Web", 0.7);
    private static final Map<String, Double> MEANS = Map.of("Small", 15_000d, "Middle", 45_000d, "Large", 150_000d);
    private static final List<String> SOURCE_NAMES = List.of("Referral", "Partner", "Event", "Web");
    private static final String EXPRESS = "Express";
    private static final double AMOUNT_DEVIATION = 0.6;
    private static final int LAST = 4;
    private static final double WEEK = 5;
    private static final int RUSH_DAYS = 19;
    private static final double QUIET = 0.85;
    private static final double EXPRESS_WIN = 0.15;
    private static final double EXPRESS_LOSS = 0.03;
    private static final double PUSH = 0.1;

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public List<String> stages() {
        return STAGES;
    }

    @Override
    public Deal newDeal(int number, Account account, Day day, RandomGenerator random) {
        String segment = account.employees() < 80 ? "Small" : account.employees() < 300 ? "Middle" : "Large";
        String source = Draws.oneOf(SOURCE_NAMES, random);
        boolean express = random.nextDouble() < expressShare;
        double edge = express ? 1 : SEGMENTS.get(segment) * SOURCES.get(source);
        String product = express ? EXPRESS : Draws.oneOf(List.of("Suite", "Module"), random);
        Deal deal = new Deal(number, account, new Traits(segment, source, product, "", 0, edge), day.number());
        deal.amount = terms.amount(MEANS.get(segment) * (express ? 0.7 : 1), AMOUNT_DEVIATION, day, random);
        deal.stage = express ? LAST : 0;
        deal.promised = day.number() + (express ? 10 : 60 + random.nextInt(120));
        deal.mayFallAsleep(express ? 0 : terms.sleepRisk(), random);
        return deal;
    }

    @Override
    public double winHazard(Deal deal, Day day) {
        if (deal.stage < LAST) {
            return 0;
        }
        double clock = day.daysToQuarterEnd() < RUSH_DAYS ? terms.rush() : QUIET;
        return isExpress(deal) ? EXPRESS_WIN : win / WEEK * deal.traits.edge() * clock;
    }

    @Override
    public double lossHazard(Deal deal, Day day) {
        return isExpress(deal) ? EXPRESS_LOSS : losses.get(deal.stage) / WEEK / deal.traits.edge();
    }

    @Override
    public double moveHazard(Deal deal, Day day) {
        return deal.stage < LAST ? advances.get(deal.stage) / WEEK : 0;
    }

    @Override
    public void moved(Deal deal, Day day, Journal journal, RandomGenerator random) {
        deal.mayFallAsleep(terms.sleepRisk(), random);
        if (random.nextDouble() < 0.3) {
            double before = deal.amount;
            deal.amount = Terms.cents(before * Draws.logNormal(0.2, random));
            journal.amountChanged(deal, before, deal.amount, day.number());
        }
    }

    @Override
    public double pushHazard(Deal deal, Day day) {
        return deal.promised < day.number() ? PUSH : 0;
    }

    @Override
    public void push(Deal deal, Day day, Journal journal, RandomGenerator random) {
        deal.promised = day.number() + 14 + random.nextInt(60);
    }

    @Override
    public double bound(Deal deal, Day day, double winFactor) {
        double highestWin = deal.stage < LAST
                ? 0
                : isExpress(deal) ? EXPRESS_WIN : win / WEEK * deal.traits.edge() * Math.max(terms.rush(), QUIET);
        return highestWin * winFactor + lossHazard(deal, day) + moveHazard(deal, day) + PUSH;
    }

    @Override
    public double probability(Deal deal) {
        return probabilities.get(deal.stage);
    }

    @Override
    public Map<String, String> columns(Deal deal) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("segment", deal.traits.segment());
        columns.put("source", deal.traits.source());
        columns.put("product", deal.traits.product());
        return columns;
    }

    private static boolean isExpress(Deal deal) {
        return deal.traits.product().equals(EXPRESS);
    }
}
