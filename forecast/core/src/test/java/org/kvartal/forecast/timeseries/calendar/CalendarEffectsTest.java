package org.kvartal.forecast.timeseries.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.regression.Effect;
import org.kvartal.forecast.timeseries.regression.KnownRegressors;
import org.kvartal.forecast.timeseries.regression.RegressionFit;
import org.kvartal.forecast.timeseries.regression.RegressionForecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

class CalendarEffectsTest {
    private static final Holiday CHRISTMAS =
            new Holiday("christmas", Set.of(LocalDate.of(2023, 12, 25), LocalDate.of(2023, 12, 26)));

    /** Meeus (1991), chapter 8: his examples, and the earliest and latest dates that occur. */
    @Test
    void findsEaster() {
        assertThat(Easter.sunday(1991)).isEqualTo("1991-03-31");
        assertThat(Easter.sunday(1992)).isEqualTo("1992-04-19");
        assertThat(Easter.sunday(1954)).isEqualTo("1954-04-18");
        assertThat(Easter.sunday(2000)).isEqualTo("2000-04-23");
        assertThat(Easter.sunday(1818)).isEqualTo("1818-03-22");
        assertThat(Easter.sunday(2285)).isEqualTo("2285-03-22");
        assertThat(Easter.sunday(2038)).isEqualTo("2038-04-25");
        assertThatThrownBy(() -> Easter.sunday(1500)).hasMessage("Invalid year: 1500, must be at least 1583");
    }

    @Test
    void countsWorkingDaysOfMonths() {
        KnownRegressors columns = new CalendarEffects(
                        Set.of(CalendarEffect.WORKING_DAYS, CalendarEffect.LENGTH, CalendarEffect.LEAP_YEAR),
                        List.of(CHRISTMAS))
                .regressors(LocalDateTime.of(2023, 12, 1, 0, 0), Frequency.MONTHLY, 3, 1);
        assertThat(columns.names()).containsExactly("working_days", "leap_year", "length", "christmas");
        assertThat(columns.past(0)).containsExactly(19, 23, 21);
        assertThat(columns.past(1)).containsExactly(0, 0, 0.75);
        assertThat(columns.past(2)).containsExactly(31, 31, 29);
        assertThat(columns.past(3)).containsExactly(2, 0, 0);
        assertThat(columns.future(0)).containsExactly(21);
    }

    /** April 2024 has 30 days: five Mondays and Tuesdays, four of every other day. */
    @Test
    void contrastsWeekdaysWithSundays() {
        KnownRegressors columns = new CalendarEffects(Set.of(CalendarEffect.WEEKDAYS), List.of())
                .regressors(LocalDateTime.of(2024, 4, 1, 0, 0), Frequency.MONTHLY, 1, 0);
        assertThat(columns.names()).containsExactly("monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
        assertThat(List.of(0, 1, 2, 3, 4, 5))
                .extracting(k -> columns.past(k)[0])
                .containsExactly(1.0, 1.0, 0.0, 0.0, 0.0, 0.0);
    }

    /** Easter 2024 is 31 March, 2023 was 9 April: its 8 days before are 23-30 March and 1-8 April. */
    @Test
    void sharesEasterBetweenPeriods() {
        CalendarEffects easter = new CalendarEffects(Set.of(CalendarEffect.EASTER), List.of());
        assertThat(easter.regressors(LocalDateTime.of(2023, 3, 1, 0, 0), Frequency.MONTHLY, 14, 0)
                        .past(0))
                .containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
        assertThat(easter.regressors(LocalDateTime.of(2024, 3, 18, 0, 0), Frequency.WEEKLY, 3, 0)
                        .past(0))
                .containsExactly(0.25, 0.75, 0);
        assertThat(easter.regressors(LocalDateTime.of(2018, 1, 1, 0, 0), Frequency.QUARTERLY, 2, 0)
                        .past(0))
                .containsExactly(1, 0);
    }

    @Test
    void marksEndsOfMonthsInDaysAndHours() {
        CalendarEffects ends = new CalendarEffects(Set.of(CalendarEffect.MONTH_END), List.of());
        assertThat(ends.regressors(LocalDateTime.of(2023, 2, 27, 0, 0), Frequency.DAILY, 3, 0)
                        .past(0))
                .containsExactly(0, 1, 0);
        assertThat(ends.regressors(LocalDateTime.of(2023, 2, 27, 23, 0), Frequency.HOURLY, 3, 0)
                        .past(0))
                .containsExactly(0, 1, 1);
    }

    @Test
    void measuresWhatAWorkingDayIsWorth() {
        CalendarEffects effects = CalendarEffects.usual(Frequency.MONTHLY, List.of());
        KnownRegressors columns = effects.regressors(LocalDateTime.of(2015, 1, 1, 0, 0), Frequency.MONTHLY, 96, 12);
        double[] values = columns.past(0);
        Random random = new Random(3);
        for (int t = 0; t < values.length; t++) {
            values[t] = 1000 + 20 * values[t] + 100 * Math.sin(t * Math.PI / 6) + 10 * random.nextGaussian();
        }
        RegressionForecaster regression = RegressionForecaster.withArimaErrors(RegressionForecaster.Choice.BY_AICC);
        TimeSeries series = TimeSeries.seasonal(values, 12);
        List<Effect> found = ((RegressionFit) regression.fit(series, columns)).effects();
        assertThat(found.get(0).coefficient()).isCloseTo(20, offset(3.0));
        assertThat(regression.forecast(series, columns, 12, Levels.none()).reason())
                .startsWith("working_days ");
    }
}
