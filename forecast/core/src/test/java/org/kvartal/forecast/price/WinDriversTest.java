package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WinDriversTest {
    private static final double GAP = -0.05;
    private static final double RESPONSE = -0.1;
    private static final double REFERRAL = 0.8;

    /** The gap is known of half of the deals; the campaign does nothing. */
    private static List<WinDriver> ranked(long seed, int deals) {
        Random random = new Random(seed);
        int[] outcomes = new int[deals];
        double[] gaps = new double[deals];
        double[] responses = new double[deals];
        int[] campaigns = new int[deals];
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < deals; i++) {
            double gap = random.nextBoolean() ? 10 * random.nextGaussian() : Double.NaN;
            double response = -3 * Math.log(random.nextDouble());
            String source = random.nextInt(4) == 0 ? "referral" : "web";
            double eta = -0.5
                    + (Double.isNaN(gap) ? 0 : GAP * gap)
                    + RESPONSE * response
                    + (source.equals("web") ? 0 : REFERRAL);
            outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
            gaps[i] = gap;
            responses[i] = response;
            campaigns[i] = random.nextInt(3) == 0 ? 1 : 0;
            sources.add(source);
        }
        return new WinDrivers(outcomes)
                .number("price gap", "1 %", gaps)
                .number("response", "1 day", responses)
                .flag("campaign", "brought by one", campaigns)
                .category("source", sources)
                .rank();
    }

    private static boolean covers(WinDriver driver, double truth) {
        return Math.abs(driver.logOdds() - truth) <= 1.96 * driver.standardError();
    }

    private static double truth(WinDriver driver) {
        return switch (driver.factor()) {
            case "price gap" -> GAP;
            case "response" -> RESPONSE;
            case "source" -> REFERRAL;
            default -> 0;
        };
    }

    @Test
    void plantedDriversLieInTheirIntervalsInAtLeast93PercentOfRuns() {
        int covered = 0;
        int all = 0;
        int falseAlarms = 0;
        for (int seed = 0; seed < 150; seed++) {
            for (WinDriver driver : ranked(seed, 900)) {
                covered += covers(driver, truth(driver)) ? 1 : 0;
                falseAlarms += driver.factor().equals("campaign") && driver.low() * driver.high() > 0 ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isEqualTo(600);
        assertThat(covered / (double) all).isGreaterThanOrEqualTo(0.93);
        assertThat(falseAlarms).isLessThanOrEqualTo(15);
    }

    @Test
    void theMostCertainComeFirstWithTheirEffects() {
        List<WinDriver> drivers = ranked(3, 4_000);
        assertThat(drivers).extracting(WinDriver::factor).endsWith("campaign").hasSize(4);
        WinDriver source = drivers.stream()
                .filter(driver -> driver.factor().equals("source"))
                .findFirst()
                .orElseThrow();
        assertThat(source.member()).isEqualTo("referral");
        assertThat(source.unit()).isEqualTo("compared with web");
        assertThat(source.effect()).isBetween(0.1, 0.2).isBetween(source.low(), source.high());
        assertThat(source.deals()).isBetween(900, 1_100);
    }

    @Test
    void fewDealsCarryFewDrivers() {
        assertThat(ranked(1, 45)).hasSizeLessThan(3);
        assertThat(ranked(1, 12)).isEmpty();
    }
}
