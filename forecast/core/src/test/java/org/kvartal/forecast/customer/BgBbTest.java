package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The 11,104 donors of Fader, Hardie and Shang (2010), Marketing Science 29: counted by their years with a donation and
 * the last one out of six, as published there with parameters, log-likelihood and the donations expected in five years.
 */
class BgBbTest {
    /** x, t_x, donors. */
    private static final int[][] DONORS = {
        {0, 0, 3464}, {1, 1, 1091}, {1, 2, 277}, {1, 3, 129}, {1, 4, 78}, {1, 5, 119}, {1, 6, 129}, {2, 2, 613},
        {2, 3, 255}, {2, 4, 155}, {2, 5, 173}, {2, 6, 234}, {3, 3, 322}, {3, 4, 181}, {3, 5, 225}, {3, 6, 357},
        {4, 4, 240}, {4, 5, 284}, {4, 6, 512}, {5, 5, 335}, {5, 6, 728}, {6, 6, 1203}
    };

    private static final int YEARS = 6;

    private static List<PurchaseHistory> donors() {
        List<PurchaseHistory> donors = new ArrayList<>();
        for (int[] row : DONORS) {
            donors.addAll(Collections.nCopies(row[2], new PurchaseHistory(row[0], row[1], YEARS)));
        }
        return donors;
    }

    @Test
    void fitsTheDonorsAsPublished() {
        RepeatPurchaseFit fit = RepeatPurchaseFit.bgBb(donors());
        assertThat(fit.customers()).isEqualTo(11_104);
        assertThat(fit.logLikelihood()).isCloseTo(-33_225.6, within(0.05));
        assertThat(fit.estimates().stream().map(RepeatPurchaseFit.Estimate::parameter))
                .containsExactly("alpha", "beta", "gamma", "delta");
        double[] published = {1.204, 0.750, 0.657, 2.783};
        for (int i = 0; i < published.length; i++) {
            assertThat(fit.estimates().get(i).value()).isCloseTo(published[i], within(0.001));
            assertThat(fit.estimates().get(i).standardError()).isBetween(0.001, 0.5);
        }
        assertThat(fit.model().expectedPurchases(new PurchaseHistory(0, 0, YEARS), 5))
                .isCloseTo(0.07, within(0.005));
        assertThat(fit.model().expectedPurchases(new PurchaseHistory(6, 6, YEARS), 5))
                .isCloseTo(3.75, within(0.005));
    }

    /** The formulas evaluated apart from this code with scipy 1.13 at these parameters. */
    @Test
    void predictsDonorsAsComputedApart() {
        BgBb model = new BgBb(1.20352217, 0.74971627, 0.65671823, 2.78344245);
        PurchaseHistory some = new PurchaseHistory(3, 4, YEARS);
        assertThat(model.probabilityAlive(some)).isCloseTo(0.4395938870, within(1e-8));
        assertThat(model.expectedPurchases(some, 5)).isCloseTo(1.0345715642, within(1e-8));
        assertThat(model.probabilityAlive(new PurchaseHistory(6, 6, YEARS))).isCloseTo(0.9304335746, within(1e-8));
    }

    /** All that can happen in three years happens with probability one. */
    @Test
    void sharesOneAmongAllHistories() {
        BgBb model = new BgBb(1.2, 0.7, 1, 2.8);
        double sum = 0;
        for (int pattern = 0; pattern < 8; pattern++) {
            int last = 32 - Integer.numberOfLeadingZeros(pattern);
            sum += Math.exp(model.logLikelihood(new PurchaseHistory(Integer.bitCount(pattern), last, 3)));
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void countsAShareOfTheLastOpportunityAhead() {
        BgBb model = new BgBb(1.2, 0.7, 0.6, 2.8);
        PurchaseHistory customer = new PurchaseHistory(2, 5, YEARS);
        double two = model.expectedPurchases(customer, 2);
        double three = model.expectedPurchases(customer, 3);
        assertThat(model.expectedPurchases(customer, 2.5)).isCloseTo((two + three) / 2, within(1e-12));
        assertThat(model.expectedPurchases(customer, 0)).isZero();
    }
}
