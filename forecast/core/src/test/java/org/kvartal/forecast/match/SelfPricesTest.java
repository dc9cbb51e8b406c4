package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.match.SelfPrices.Both;
import org.kvartal.forecast.match.SelfPrices.Origin;

import static org.assertj.core.api.Assertions.assertThat;

class SelfPricesTest {
    private static List<Origin> origins(double... pairs) {
        return SelfPrices.ofSeller(List.of(periods(pairs))).get(0);
    }

    private static List<Both> periods(double... pairs) {
        List<Both> periods = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            periods.add(new Both(pairs[i], pairs[i + 1]));
        }
        return periods;
    }

    @Test
    void findsPricesThatMoveWithTheOwnOnes() {
        assertThat(origins(20, 20, 21.5, 21.5, 22, 21)).containsExactly(Origin.COPIED, Origin.COPIED, Origin.THEIRS);
    }

    @Test
    void findsAPriceThatJumpsToTheOwnOneAndBack() {
        assertThat(origins(349.9, 23.99, 349.9, 349.9, 349.9, 23.99))
                .containsExactly(Origin.THEIRS, Origin.COPIED, Origin.THEIRS);
    }

    @Test
    void cannotTellASingleEqualPriceFromACoincidence() {
        assertThat(origins(9.99, 9.99, 9.99, 9.49, 9.99, 9.99))
                .containsExactly(Origin.TIED, Origin.THEIRS, Origin.TIED);
        assertThat(origins(9.99, 9.99)).containsExactly(Origin.TIED);
    }

    @Test
    void takesEqualPricesOfASellerWhoCopiesForCopies() {
        List<Both> copied = periods(20, 20, 21.5, 21.5, 22, 23);
        List<Both> tied = periods(9.99, 9.99, 9.99, 9.49);
        assertThat(SelfPrices.ofSeller(List.of(copied, tied)).get(1)).containsExactly(Origin.COPIED, Origin.THEIRS);
        List<List<Both>> mostly = new ArrayList<>(Collections.nCopies(20, periods(5, 4)));
        mostly.add(copied);
        mostly.add(tied);
        assertThat(SelfPrices.ofSeller(mostly).get(21)).containsExactly(Origin.TIED, Origin.THEIRS);
    }

    @Test
    void takesNoTwoPricesForOneThatDifferByACent() {
        assertThat(origins(9.99, 9.98, 8.99, 8.98)).containsOnly(Origin.THEIRS);
    }

    @Test
    void saysNothingOfNoPeriods() {
        assertThat(origins()).isEmpty();
    }
}
