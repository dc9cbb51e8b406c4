package org.kvartal.forecast.pipeline.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Deals close around the promised date or get it pushed, again and again; each push lowers the chance, and with some
 * of them the deal falls asleep. Owners are judged by the month. Large customers and many contacts help, a competitor
 * hurts, and the hazard of winning drifts down over the years.
 *
 * @param peak hazard of winning per working day around the promised date
 * @param loss hazard of losing per working day around the promised date
 * @param pushEffect change of the logarithm of the hazard of winning with each push
 * @param drift change of the logarithm of the hazard of winning per year, at most 0
 * @param probabilities the CRM's probabilities by stage
 */
record Promises(Terms terms, double peak, double loss, double pushEffect, double drift, List<Double> probabilities)
        implements Shape {
    private static final List<String> STAGES = List.of("Interest", "Offer", "Verbal", "Closed Won", "Closed Lost");
    private static final List<Double> STAGE_EDGES = List.of(0.5, 1.0, 1.6);
    private static final Map<String, Double> SOURCES = Map.of("Call", 0.8, "Fair", 1.0, "Partner", 1.3);
    private static final List<String> SOURCE_NAMES = List.of("Call", "Fair", "Partner");
    private static final List<String> COMPETITORS = List.of("", "", "", "Orbis", "Nordex");
    private static final double COMPETITOR_EDGE = 0.55;
    private static final double MEDIAN_EMPLOYEES = 120;
    private static final double MOVE = 0.035;
    private static final double FAR = 0.03;
    private static final double OVERDUE = 0.3;
    private static final double LOSS_PER_PUSH = 0.2;
    private static final double OVERDUE_PUSH = 0.2;
    private static final double EARLY_PUSH = 0.04;
    private static final int RUSH_DAYS = 6;

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public List<String> stages() {
        return STAGES;
    }

    @Override
    public Deal newDeal(int number, Account account, Day day, RandomGenerator random) {
        String source = Draws.oneOf(SOURCE_NAMES, random);
        String competitor = Draws.oneOf(COMPETITORS, random);
        int contacts = 1 + Draws.poisson(2, random);
        double size = account.employees() / MEDIAN_EMPLOYEES;
        double edge = SOURCES.get(source)
                * Math.pow(1.12, contacts - 3)
                * Math.pow(size, 0.15)
                * (competitor.isEmpty() ? 1 : COMPETITOR_EDGE);
        String product = Draws.oneOf(List.of("Line", "Service", "Machine"), random);
        Deal deal =
                new Deal(number, account, new Traits("", source, product, competitor, contacts, edge), day.number());
        deal.amount = terms.amount(40_000 * Math.sqrt(size), 0.7, day, random);
        deal.promised = promise(day.number() + 20 + (int) (-70 * Math.log(1 - random.nextDouble())), random);
        return deal;
    }

    @Override
    public double winHazard(Deal deal, Day day) {
        double clock = day.daysToMonthEnd() < RUSH_DAYS ? terms.rush() : 1;
        return peak * nearness(deal, day) * trend(deal, day) * STAGE_EDGES.get(deal.stage) * deal.traits.edge() * clock;
    }

    @Override
    public double lossHazard(Deal deal, Day day) {
        return loss * Math.max(nearness(deal, day), 0.15) * (1 + LOSS_PER_PUSH * deal.pushes);
    }

    @Override
    public double moveHazard(Deal deal, Day day) {
        return deal.stage < 2 ? MOVE : 0;
    }

    @Override
    public double pushHazard(Deal deal, Day day) {
        int left = deal.promised - day.number();
        return left < 0 ? OVERDUE_PUSH : left < 7 ? EARLY_PUSH : 0;
    }

    @Override
    public void push(Deal deal, Day day, Journal journal, RandomGenerator random) {
        int from = Math.max(deal.promised, day.number());
        deal.promised = promise(from + 10 + (int) (-35 * Math.log(1 - random.nextDouble())), random);
        cut(deal, day, journal, random);
        deal.mayFallAsleep(terms.sleepRisk(), random);
    }

    @Override
    public double bound(Deal deal, Day day, double winFactor) {
        double highestWin = peak * trend(deal, day) * STAGE_EDGES.get(deal.stage) * deal.traits.edge() * terms.rush();
        return highestWin * winFactor + loss * (1 + LOSS_PER_PUSH * deal.pushes) + moveHazard(deal, day) + OVERDUE_PUSH;
    }

    @Override
    public double probability(Deal deal) {
        return probabilities.get(deal.stage);
    }

    @Override
    public Map<String, String> columns(Deal deal) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("source", deal.traits.source());
        columns.put("product", deal.traits.product());
        columns.put("competitor", deal.traits.competitor());
        columns.put("contacts", String.valueOf(deal.traits.contacts()));
        return columns;
    }

    private static void cut(Deal deal, Day day, Journal journal, RandomGenerator random) {
        double before = deal.amount;
        deal.amount = Terms.cents(before * (1 - 0.1 * random.nextDouble()));
        journal.amountChanged(deal, before, deal.amount, day.number());
    }

    private double trend(Deal deal, Day day) {
        return Math.exp(drift * day.years() + pushEffect * deal.pushes);
    }

    private static double nearness(Deal deal, Day day) {
        int left = deal.promised - day.number();
        return left > 14 ? FAR : left >= -7 ? 1 : OVERDUE;
    }

    /** Half of the promises are for the last day of a month. */
    private static int promise(int day, RandomGenerator random) {
        return random.nextInt(2) == 0 ? day : day + Day.of(day).daysToMonthEnd();
    }
}
