package org.kvartal.forecast.effect;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CaseMixTest {
    /** Password requests take 10, network ones 50, whoever handles them; Ann gets the easy ones. */
    @Test
    void takesTheDifferenceOfKindsOutOfTheDifferenceOfAgents() {
        double[] adjusted = new CaseMix()
                .add("Ann", "password", 10)
                .add("Ann", "password", 10)
                .add("Ann", "network", 50)
                .add("Ben", "password", 10)
                .add("Ben", "network", 50)
                .add("Ben", "network", 50)
                .adjusted();

        assertThat(adjusted).containsExactly(new double[] {30, 30, 30, 30, 30, 30}, within(1e-12));
    }

    /** Ann needs 8 where others need 10: with her own requests in the mean she would seem to be 1 better only. */
    @Test
    void doesNotTakeAnAgentsOwnGainForAnEasyKind() {
        double[] adjusted = new CaseMix()
                .add("Ann", "password", 8)
                .add("Ben", "password", 10)
                .add("Eve", "printer", 21)
                .adjusted();

        assertThat(adjusted[0] - 13).isCloseTo(-2, within(1e-12));
        assertThat(adjusted[1] - 13).isCloseTo(2, within(1e-12));
        assertThat(adjusted[2]).isEqualTo(21);
    }

    @Test
    void adjustsTheMeanOfManyByAsMuchAsEachOfThem() {
        double[] oneByOne = new CaseMix()
                .add("Ann", "password", 7)
                .add("Ann", "password", 9)
                .add("Ben", "password", 10)
                .add("Ben", "network", 50)
                .add("Ann", "network", 47)
                .adjusted();
        double[] together = new CaseMix()
                .add("Ann", "password", 8, 2)
                .add("Ben", "password", 10, 1)
                .add("Ben", "network", 50, 1)
                .add("Ann", "network", 47, 1)
                .adjusted();

        assertThat(together[0]).isCloseTo((oneByOne[0] + oneByOne[1]) / 2, within(1e-12));
        assertThat(together[3]).isCloseTo(oneByOne[4], within(1e-12));
    }
}
