package org.kvartal.forecast.pipeline.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A flat export: nothing is logged but creation and close. Wins and losses come in two bumps of the age; a share of
 * the deals sleeps from the first day, and what is awake after the bumps hardly ever closes. Open deals have no
 * promised date, and a share of them has no amount.
 *
 * @param winBumps hazards of winning per working day by age
 * @param lossBumps hazards of losing per working day by age
 * @param hiddenPercent share of the deals whose amount shows only at close, in percent
 * @param amountDeviation deviation of the logarithm of amounts within a product
 */
record AgeOnly(Terms terms, Bumps winBumps, Bumps lossBumps, int hiddenPercent, double amountDeviation)
        implements Shape {
    private static final List<String> STAGES = List.of("Engaging", "Won", "Lost");
    private static final Map<String, Double> PRICES =
            Map.of("Basic", 900d, "Plus", 3_500d, "Pro", 9_000d, "Max", 28_000d);
    private static final Map<String, Double> EDGES = Map.of("Basic", 1.2, "Plus", 1.0, "Pro", 0.9, "Max", 0.7);
    private static final List<String> PRODUCTS = List.of("Basic", "Plus", "Pro", "Max");
    private static final Map<String, Double> REGION_EDGES =
            Map.of("North", 1.25, "South", 0.8, "East", 1.0, "West", 1.0);
    private static final int RUSH_DAYS = 12;

    @Override
    public String name() {
        return "age-only";
    }

    @Override
    public List<String> stages() {
        return STAGES;
    }

    @Override
    public Deal newDeal(int number, Account account, Day day, RandomGenerator random) {
        String product = Draws.oneOf(PRODUCTS, random);
        double edge = EDGES.get(product) * REGION_EDGES.get(account.region());
        Deal deal = new Deal(number, account, new Traits("", "", product, "", 0, edge), day.number());
        deal.amount = price(deal, random);
        deal.mayFallAsleep(terms.sleepRisk(), random);
        return deal;
    }

    @Override
    public double winHazard(Deal deal, Day day) {
        double clock = day.daysToQuarterEnd() < RUSH_DAYS ? terms.rush() : 1;
        return winBumps.at(age(deal, day)) * deal.traits.edge() * clock;
    }

    @Override
    public double lossHazard(Deal deal, Day day) {
        return lossBumps.at(age(deal, day));
    }

    @Override
    public double moveHazard(Deal deal, Day day) {
        return 0;
    }

    @Override
    public double bound(Deal deal, Day day, double winFactor) {
        double highestWin = winBumps.highestFrom(age(deal, day)) * deal.traits.edge() * terms.rush();
        return highestWin * winFactor + lossBumps.highestFrom(age(deal, day));
    }

    @Override
    public void imagine(Deal deal, RandomGenerator random) {
        if (!showsAmount(deal)) {
            deal.amount = price(deal, random);
        }
    }

    @Override
    public boolean showsAmount(Deal deal) {
        return deal.number * 37 % 100 >= hiddenPercent;
    }

    @Override
    public boolean isLogged() {
        return false;
    }

    @Override
    public double probability(Deal deal) {
        return 0.5;
    }

    @Override
    public Map<String, String> columns(Deal deal) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("product", deal.traits.product());
        return columns;
    }

    private double price(Deal deal, RandomGenerator random) {
        return terms.amount(PRICES.get(deal.traits.product()), amountDeviation, Day.of(deal.created), random);
    }

    private static int age(Deal deal, Day day) {
        return day.number() - deal.created;
    }
}
