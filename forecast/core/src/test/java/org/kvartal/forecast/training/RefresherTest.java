package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.Decay;
import org.kvartal.forecast.effect.EffectAnalysis;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RefresherTest {
    /** The effect halves every four months, nearly without noise. */
    private static Decay decay() {
        PanelBuilder panel = new PanelBuilder(List.of());
        for (int unit = 0; unit < 40; unit++) {
            for (int month = 0; month < 20; month++) {
                boolean isTreated = unit < 20;
                double gain = isTreated && month >= 8 ? -Math.pow(0.5, (month - 8) / 4.0) : 0;
                double noise = 1e-3 * Math.sin(97 * unit + 31.0 * month * month);
                panel.add("u" + unit, month, isTreated ? 8 : Panel.NEVER, unit + gain + noise);
            }
        }
        return Decay.of(
                        new EffectAnalysis(Control.NEVER, Adjustment.DOUBLY_ROBUST, 0, 1)
                                .groupTimeEffects(panel.build()),
                        1)
                .orElseThrow();
    }

    private static Refresher asOf(String day) {
        List<LocalDate> trained =
                List.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-01"), LocalDate.parse("2026-05-01"));
        return Refresher.of(decay(), trained, 0.5, LocalDate.parse(day));
    }

    @Test
    void comesWhenHalfOfTheTrainedHaveLostHalf() {
        Refresher refresher = asOf("2026-05-15");

        assertThat(refresher.monthsAfter()).isCloseTo(4, within(0.05));
        assertThat(refresher.on()).isBetween(LocalDate.parse("2026-06-29"), LocalDate.parse("2026-07-03"));
        assertThat(refresher.due()).isOne();
    }

    @Test
    void isNeverInThePast() {
        assertThat(asOf("2026-12-31").on()).isEqualTo("2027-01-01");
        assertThat(asOf("2026-12-31").due()).isEqualTo(3);
    }
}
