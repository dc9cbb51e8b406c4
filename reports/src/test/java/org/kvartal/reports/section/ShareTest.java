package org.kvartal.reports.section;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShareTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private ReportData closed(String rows) {
        return given.rows("mart.closed_by_month", "region, won_count, lost_count", rows)
                .published();
    }

    /** Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3; digits beyond its four by scipy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.255288519878, 0.366209576983",
        "15, 148, 0.062386399531, 0.160487241723",
        "0, 20, 0, 0.161125158053",
        "1, 29, 0.006113214293, 0.171755218793",
        "0, 1, 0, 0.793450685623",
        "7, 7, 0.645669564933, 1",
        "633, 1000, 0.602670626475, 0.662311455768"
    })
    void hasTheBoundsOfWilson(int won, int all, double low, double high) {
        Share share = Share.won(closed("('a', " + won + ", " + (all - won) + ")"), "");
        assertThat(number(share.rate().low())).isCloseTo(low, within(1e-12));
        assertThat(number(share.rate().value())).isEqualTo((double) won / all);
        assertThat(number(share.rate().high())).isCloseTo(high, within(1e-12));
        assertThat(share.rate().value().rowCount()).isEqualTo(all);
    }

    /** 15 of 148, as above. */
    @Test
    void hasTheSameBoundsWhateverIsCounted() {
        ReportData data = given.rows("mart.leads_by_cohort", "converted_count, lead_count", "(10, 100), (5, 48)")
                .published();
        Estimate share = Share.of(data, Origin.of("mart.leads_by_cohort", "*"), "converted_count", "lead_count");
        assertThat(number(share.low())).isCloseTo(0.062386399531, within(1e-12));
        assertThat(number(share.value())).isEqualTo(15.0 / 148);
        assertThat(number(share.high())).isCloseTo(0.160487241723, within(1e-12));
        assertThat(share.value().rowCount()).isEqualTo(148);
    }

    @Test
    void isEmptyWithoutCases() {
        Share share = Share.won(closed("('a', 0, 0)"), "");
        assertThat(share.isEmpty()).isTrue();
        assertThat(share.rate().low().number()).isEmpty();
        assertThat(share.rate().high().number()).isEmpty();
        assertThat(share.besideTheWhole(share)).isEqualTo(Direction.UNPROVEN);
        assertThat(share.since(share)).isEqualTo(Direction.UNPROVEN);
    }

    /** Newcombe (1998), table II, example (a): 56/70 and 48/80 differ by 0.0524 to 0.3339. */
    @Test
    void hasRisenWhenTheIntervalOfTheDifferenceLeavesOutZero() {
        ReportData data = closed("('now', 56, 14), ('before', 48, 32), ('alike', 50, 30)");
        Share now = Share.won(data, "region = 'now'");
        Share before = Share.won(data, "region = 'before'");
        assertThat(now.since(before)).isEqualTo(Direction.UP);
        assertThat(before.since(now)).isEqualTo(Direction.DOWN);
        assertThat(Share.won(data, "region = 'alike'").since(before)).isEqualTo(Direction.UNPROVEN);
    }

    /** A rate outside its 95 % interval is still within that for ten comparisons. */
    @Test
    void standsOutFromTheWholeOnlyBeyondTenComparisons() {
        ReportData data = closed("('a', 60, 40), ('b', 440, 460), ('c', 70, 30)");
        Share whole = Share.won(data, "region <> 'c'");
        Share slightly = Share.won(data, "region = 'a'");
        assertThat(number(slightly.rate().low()))
                .isGreaterThan(number(whole.rate().value()));
        assertThat(slightly.besideTheWhole(whole)).isEqualTo(Direction.UNPROVEN);
        assertThat(Share.won(data, "region = 'c'").besideTheWhole(whole)).isEqualTo(Direction.UP);
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}
