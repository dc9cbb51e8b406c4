package org.kvartal.forecast.regression;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PenalisedPoissonTest {
    private static final EffectGroup CONSTANT = new EffectGroup("constant", 0, 1, Penalty.NONE);
    /** The fit ends when a step adds less than this to the logarithm of the likelihood. */
    private static final double FITTED = 1e-4;

    /** Standard errors are those of the last step but one. */
    private static final double ERROR = 1e-3;

    private static final int OWNERS = 200;
    private static final double WINS_EACH = 50;

    /**
     * Dobson, An Introduction to Generalized Linear Models, 1990, p. 93: counts of a trial by outcome and treatment;
     * digits as printed in the documentation of glm in R.
     */
    @Test
    void givesThePublishedCoefficientsWhenNothingIsPenalised() {
        double[] counts = {18, 17, 15, 20, 10, 20, 25, 13, 12};
        SparseRows rows = new SparseRows();
        for (int i = 0; i < counts.length; i++) {
            SparseRow row = row(0);
            row.add(1, i % 3 == 1 ? 1 : 0);
            row.add(2, i % 3 == 2 ? 1 : 0);
            row.add(3, i / 3 == 1 ? 1 : 0);
            row.add(4, i / 3 == 2 ? 1 : 0);
            rows.add(row, counts[i], 1, 1);
        }
        RateModel model = PenalisedPoisson.fit(rows, List.of(CONSTANT, new EffectGroup("factors", 1, 5, Penalty.NONE)));

        double[] expected = {3.045, -0.4543, -0.2930, 0, 0};
        double[] errors = {0.1709, 0.2022, 0.1927, 0.2000, 0.2000};
        double[] printed = {5e-4, 5e-5, 5e-5, 5e-5, 5e-5};
        for (int k = 0; k < expected.length; k++) {
            assertThat(model.coefficient(k)).as("coefficient %d", k).isCloseTo(expected[k], within(printed[k]));
            assertThat(model.standardError(k)).as("error %d", k).isCloseTo(errors[k], within(ERROR));
        }
    }

    /** The maximum likelihood of two rates: events per exposure; errors are roots of sums of 1 / events. */
    @Test
    void givesTheRateRatioOfTwoGroups() {
        SparseRows rows = new SparseRows();
        rows.add(row(0), 5, 300, 1);
        rows.add(row(0), 7, 500, 1);
        rows.add(row(0, 1), 30, 1000, 1);
        RateModel model = PenalisedPoisson.fit(rows, List.of(CONSTANT, new EffectGroup("urgent", 1, 2, Penalty.NONE)));

        assertThat(model.coefficient(0)).isCloseTo(Math.log(12.0 / 800), within(FITTED));
        assertThat(model.coefficient(1)).isCloseTo(Math.log(0.03 / 0.015), within(FITTED));
        assertThat(model.standardError(1)).isCloseTo(Math.sqrt(1.0 / 30 + 1.0 / 12), within(ERROR));
        assertThat(model.logRate(row(0, 1))).isCloseTo(Math.log(0.03), within(FITTED));
        assertThat(model.standardError(row(0, 1))).isCloseTo(Math.sqrt(1.0 / 30), within(ERROR));
        assertThat(model.effects(row(0, 1)))
                .containsOnlyKeys("constant", "urgent")
                .hasEntrySatisfying("urgent", effect -> assertThat(effect).isCloseTo(Math.log(2), within(FITTED)));
    }

    @Test
    void aRowOfWeightAHalfCountsHalf() {
        SparseRows rows = new SparseRows();
        rows.add(row(0), 40, 100, 0.5);
        RateModel model = PenalisedPoisson.fit(rows, List.of(CONSTANT));

        assertThat(model.coefficient(0)).isCloseTo(Math.log(0.4), within(FITTED));
        assertThat(model.standardError(0)).isCloseTo(Math.sqrt(1.0 / 20), within(ERROR));
    }

    @Test
    void findsHowFarOwnersDifferAndWhoIsAbove() {
        double[] skills = new double[OWNERS];
        SplittableRandom random = new SplittableRandom(11);
        for (int owner = 0; owner < OWNERS; owner++) {
            skills[owner] = 0.4 * random.nextGaussian();
        }
        RateModel model = PenalisedPoisson.fit(owners(skills, 5), ownerGroups());

        assertThat(model.effectVariance(1)).isCloseTo(0.16, within(0.04));
        double squares = 0;
        for (int owner = 0; owner < OWNERS; owner++) {
            squares += Math.pow(model.coefficient(owner + 1) - skills[owner], 2) / OWNERS;
        }
        // What is left of 0.16 after some 50 events each: 1 / (1 / 0.16 + 50) is 0.018.
        assertThat(squares).isLessThan(0.025);
    }

    @Test
    void shrinksAGroupThatIsNoiseOnly() {
        RateModel model = PenalisedPoisson.fit(owners(new double[OWNERS], 6), ownerGroups());

        double squares = 0;
        for (int owner = 0; owner < OWNERS; owner++) {
            squares += Math.pow(model.coefficient(owner + 1), 2) / OWNERS;
        }
        assertThat(model.effectVariance(1)).isLessThan(0.01);
        // Each owner's own rate would scatter by 1 / 50.
        assertThat(squares).isLessThan(0.2 / WINS_EACH);
        assertThat(model.coefficient(0)).isCloseTo(0, within(0.03));
    }

    @Test
    void aFitThatBeginsNearEndsAtTheSameRates() {
        double[] skills = new double[OWNERS];
        for (int owner = 0; owner < OWNERS; owner++) {
            skills[owner] = owner % 2 == 0 ? 0.3 : -0.3;
        }
        SparseRows rows = owners(skills, 7);
        RateModel first = PenalisedPoisson.fit(rows, ownerGroups());
        RateModel again = PenalisedPoisson.refit(rows, first);

        for (int k = 0; k <= OWNERS; k++) {
            assertThat(again.coefficient(k)).isCloseTo(first.coefficient(k), within(0.01));
        }
    }

    /** A hazard that rises and falls smoothly with age, seen through 30 events a week. */
    @Test
    void aWalkFollowsASmoothCurveCloserThanTheRatesOfEachWeek() {
        int weeks = 40;
        Well19937c random = new Well19937c(8);
        SparseRows rows = new SparseRows();
        double[] curve = new double[weeks];
        double rough = 0;
        for (int week = 0; week < weeks; week++) {
            curve[week] = 0.8 * Math.sin(week / 8.0);
            double events = poisson(30 * Math.exp(curve[week]), random);
            rows.add(row(0, week + 1), events, 30, 1);
            rough += Math.pow(Math.log(Math.max(0.5, events) / 30) - curve[week], 2) / weeks;
        }
        RateModel model =
                PenalisedPoisson.fit(rows, List.of(CONSTANT, new EffectGroup("age", 1, weeks + 1, Penalty.WALK)));
        double smooth = 0;
        for (int week = 0; week < weeks; week++) {
            smooth += Math.pow(model.logRate(row(0, week + 1)) - curve[week], 2) / weeks;
        }

        assertThat(smooth).isLessThan(rough / 2);
    }

    private static SparseRows owners(double[] skills, int seed) {
        Well19937c random = new Well19937c(seed);
        SparseRows rows = new SparseRows();
        for (int owner = 0; owner < skills.length; owner++) {
            rows.add(row(0, owner + 1), poisson(WINS_EACH * Math.exp(skills[owner]), random), WINS_EACH, 1);
        }
        return rows;
    }

    private static int poisson(double mean, Well19937c random) {
        return new PoissonDistribution(random, mean, 1e-12, 1000).sample();
    }

    private static List<EffectGroup> ownerGroups() {
        return List.of(CONSTANT, new EffectGroup("owner", 1, OWNERS + 1, Penalty.RIDGE));
    }

    private static SparseRow row(int... columns) {
        SparseRow row = new SparseRow();
        for (int column : columns) {
            row.add(column, 1);
        }
        return row;
    }
}
