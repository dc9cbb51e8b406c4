package org.kvartal.reports.section.changes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmsTest {
    private static final String COLUMNS = "grain, kpi, scope, product_id, first_day, last_day, actual, expected, lower,"
            + " upper, p_value, adjusted_p_value, state, since";

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new ChangesSection().write(given.published()));
    }

    private void quiet(int figures) {
        given.rows(
                "forecast.kpi_anomalies",
                COLUMNS,
                "select 'day', 'created_count', 'product', 'p' || i, date '2024-12-30', date '2024-12-30', 5, 5, 1, 9, 0.5,"
                        + " 0.9, 'quiet', null from range(" + figures + ") t(i)");
    }

    @Test
    void saysHowMuchWasWatchedWhenNothingIsBeyondChance() {
        quiet(41);
        assertThat(printed())
                .contains(
                        "Nothing is beyond chance: 41 figures by day, by week and as drifts were held against what was"
                                + " expected up to 30 Dec 2024. At most one quiet night in twenty alarms.");
    }

    @Test
    void tellsWhatIsBeyondChanceAndWhere() {
        quiet(40);
        given.rows("crm.products", "product_id, name", "('saw', 'Saw'), ('axe', 'Axe')")
                .rows(
                        "forecast.kpi_anomalies",
                        COLUMNS,
                        "('week', 'won_amount', 'total', null, date '2024-12-24', date '2024-12-30', 500, 900, 600, 1200,"
                                + " 1e-6, 1e-4, 'alarm', date '2024-12-30'),"
                                + " ('drift', 'created_count', 'product', 'axe', date '2024-10-29', date '2024-12-30', 80,"
                                + " 60.4, null, null, 1e-4, 1e-3, 'ongoing', date '2024-12-27'),"
                                + " ('week', 'won_amount', 'product', 'saw', date '2024-12-24', date '2024-12-30', 1, 300,"
                                + " 100, 600, 1e-6, 1e-4, 'part_of_total', date '2024-12-30')")
                .rows(
                        "forecast.kpi_attributions",
                        "grain, kpi, dimension, product_id, expected, actual, contribution, explained, surprise, is_cause",
                        "('week', 'won_amount', 'product', 'saw', 300, 1, -299, 0.7475, 0.1, true),"
                                + " ('week', 'won_amount', 'product', 'axe', 600, 499, -101, 0.2525, 0.05, false)");
        assertThat(printed())
                .containsSequence(
                        "2 of 43 figures watched up to 30 Dec 2024 are beyond chance; when nothing happens, at most one"
                                + " night in twenty says so.",
                        "Amount won from 24 Dec 2024 to 30 Dec 2024: €500, where €900 would be expected, €600 to €1,200 in 19"
                                + " of 20 cases; new tonight.",
                        "By product, −€299 of −€400 sits with Saw.",
                        "Deals created (Axe) from 29 Oct 2024 to 30 Dec 2024: 80, where 60 would be expected; so since 27 Dec"
                                + " 2024.");
    }

    @Test
    void splitsAWinRateIntoRatesAndMix() {
        given.rows(
                        "forecast.kpi_anomalies",
                        COLUMNS,
                        "('week', 'win_rate', 'total', null, date '2024-12-24', date '2024-12-30', 0.2, 0.4, 0.3, 0.5,"
                                + " 1e-6, 1e-4, 'alarm', date '2024-12-30')")
                .rows(
                        "forecast.kpi_attributions",
                        "grain, kpi, dimension, product_id, explained, rate_effect, mix_effect, is_cause",
                        "('week', 'win_rate', 'product', 'saw', 0.75, -0.1, -0.05, false),"
                                + " ('week', 'win_rate', 'product', 'axe', 0.25, -0.06, 0.01, false)");
        assertThat(printed())
                .containsSequence(
                        "Win rate of deals closed from 24 Dec 2024 to 30 Dec 2024: 20.0%, where 40.0% would be expected, 30.0%"
                                + " to 50.0% in 19 of 20 cases; new tonight.",
                        "By product, −16.0 pp of it is due to changed win rates and −4.0 pp to another mix of products.");
    }
}
