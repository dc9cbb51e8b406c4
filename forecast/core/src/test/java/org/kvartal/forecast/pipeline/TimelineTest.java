package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {
    private static final Deal DEAL = Deal.open("D1")
            .changes(List.of(
                    new DealChange(DealChange.AMOUNT, day(10), "100", "200"),
                    new DealChange(DealChange.EXPECTED_CLOSE, day(12), "2024-03-31", "2024-06-30"),
                    new DealChange(DealChange.AMOUNT, day(20), "200", "200.0"),
                    new DealChange(DealChange.EXPECTED_CLOSE, day(22), "2024-06-30", "2024-05-31"),
                    new DealChange(DealChange.AMOUNT, day(30), "200", "50")));

    @ParameterizedTest
    @CsvSource({"5, 100, 5, 0", "9, 100, 5, 0", "10, 200, 10, 1", "20, 200, 10, 1", "29, 200, 10, 1", "30, 50, 30, 2"})
    void hasTheValueOfTheEndOfADay(int day, double value, int since, int changes) {
        Timeline amounts = Timeline.of(DEAL, DealChange.AMOUNT, 5, 999, Double::parseDouble);

        assertThat(amounts.at(day)).isEqualTo(value);
        assertThat(amounts.since(day)).isEqualTo(since);
        assertThat(amounts.changesUntil(day)).isEqualTo(changes);
    }

    @Test
    void withoutChangesTheValueIsThatOfTheDeal() {
        assertThat(Timeline.of(DEAL, DealChange.STAGE, 5, 3, name -> 0).at(40)).isEqualTo(3);
    }

    @Test
    void aTouchIsAnyChangeAndAPushOneToALaterDay() {
        Timeline touches = Timeline.touches(DEAL, 5);
        Timeline pushes = Timeline.pushes(DEAL, 5);

        assertThat(touches.since(9)).isEqualTo(5);
        assertThat(touches.since(19)).isEqualTo(12);
        assertThat(touches.since(25)).isEqualTo(22);
        assertThat(pushes.at(11)).isZero();
        assertThat(pushes.at(12)).isEqualTo(1);
        assertThat(pushes.at(40)).isEqualTo(1);
    }

    private static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
