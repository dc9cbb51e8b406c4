package org.kvartal.reports.section.honesty;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class HonestySectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new HonestySection().write(given.published()));
    }

    /** Forecasts of 100, from 80 to 120, of which as many missed as are told; the forecast had expected less than came. */
    private void quarters(int count, int missed) {
        given.rows(
                "forecast.outlook_backtest",
                "method, origin, first_day, last_day, mean, p10, p50, p90, actual, pinball, rank",
                "select 'outlook', date '2024-06-30' - cast(i * 90 as integer), date '2024-04-01', date '2024-09-30', 100, 80,"
                        + " 100, 120, case when i < " + missed + " then 130 + i else 110 end, 4, case when i < "
                        + missed
                        + " then 0.96 else 0.6 end from range(" + count + ") t(i)");
    }

    @Test
    void saysHowManyOutcomesTheBandsHeldAndNamesTheMisses() {
        quarters(10, 1);
        given.rows(
                "forecast.outlook_backtest",
                "method, origin, first_day, last_day, mean, p10, p50, p90, actual, pinball, rank",
                "('last_year', '2024-06-30', '2024-07-01', '2024-09-30', 60, 60, 60, 60, 130, 35, 1.0)");
        assertThat(printed())
                .startsWith(
                        "9 of 10 past outcomes fell into the range of eight in ten; its middle missed by €12 on average, the"
                                + " same days a year before by €70.",
                        "9 of 10 outcomes fell into the band of eight in ten",
                        "Northwind – Outcomes below the value stated with a probability in % – past quarters, 95% interval",
                        "10% | 0.0% | 0.0% | 27.8% | 10.0%")
                .contains("60% | 90.0% | 59.6% | 98.2% | 60.0%")
                .containsSequence(
                        "How often outcomes fell into the band that was to hold them",
                        "Bookings of the quarter | 50.0% | 90.0% | 59.6% | 98.2% | 10",
                        "Bookings of the quarter | 80.0% | 90.0% | 59.6% | 98.2% | 10",
                        "Bookings of the quarter | 95.0% | 100.0% | 72.2% | 100.0% | 10",
                        "Misses: bookings outside the band of 80%, the worst first",
                        "Quarter | 30 Sep 2024 | 30 Jun 2024 | 80 | 100 | 120 | 130 | +30",
                        "Forecasts of past quarters are made from what was known then. So few cannot prove a band right; they can"
                                + " prove it wrong.",
                        "How forecasts made at the start and in the middle of past quarters would have done",
                        "This outlook | 1 | 4 | 30 | −30",
                        "Stage probability times amount | 0 | – | – | –",
                        "Same days a year before | 1 | 35 | 70 | −70")
                .noneMatch(line -> line.contains("bad luck"));
    }

    /** One of two outcomes in the range is bad luck; 14 of 24 are not. */
    @Test
    void raisesAnAlarmWhenTooFewHeldToBeBadLuck() {
        quarters(2, 1);
        assertThat(printed()).noneMatch(line -> line.contains("bad luck"));
        given.change("forecast.outlook_backtest", "delete from forecast.outlook_backtest");
        quarters(24, 10);
        assertThat(printed()).anyMatch(line -> line.startsWith("CAVEAT: So few held that it cannot be bad luck"));
    }

    @Test
    void saysThatNothingWasMissed() {
        quarters(10, 0);
        assertThat(printed())
                .contains("No outcome of a past quarter or month of bookings fell outside the band of 80%.");
    }

    /** One month ahead the middle is 10 off, two months ahead 20; in three of twelve months the band lay above what came. */
    private void months(int ahead) {
        given.rows(
                "forecast.series_backtest",
                "measure, scope, member, origin, month, step, actual, mean, lower_95, upper_95, coherent_mean,"
                        + " coherent_lower_80, coherent_upper_80, baseline",
                "select 'bookings', 'total', '', date '2024-11-30' - to_months(cast(i as integer)), date '2024-12-01' -"
                        + " to_months(cast(i as integer)), " + ahead + ", 100, 100, 80, 140, 100 + " + 10 * ahead
                        + ", case when i < 3 then 105 else 90 end, 130, 130 from range(12) t(i)");
    }

    @Test
    void tellsErrorsOfMonthsByHorizonAndMethod() {
        quarters(10, 0);
        months(1);
        months(2);
        given.rows(
                "forecast.series_accuracy",
                "measure, scope, member, method, value_count, mase, coverage_80, coverage_95",
                "('all', 'all', 'all', 'coherent', 1200, 0.8, 0.79, 0.94), ('all', 'all', 'all', 'seasonal-baseline', 1200,"
                        + " 1.0, 0.9, 0.96)");
        assertThat(printed())
                .contains("Month | 31 Dec 2024 | 30 Nov 2024 | 105 | 110 | 130 | 100 | −10")
                .containsSequence(
                        "Bookings of the next month | 80.0% | 75.0% | 46.8% | 91.1% | 12",
                        "Bookings of the next month | 95.0% | 100.0% | 75.8% | 100.0% | 12")
                .containsSequence(
                        "Monthly bookings: errors by how far ahead they were forecast",
                        "1 | 12 | 10 | 30 | +10 | 75.0%",
                        "2 | 12 | 20 | 30 | +20 | 75.0%",
                        "Months of all measures and their parts, by method; an error of 1 is that of repeating last year's month"
                                + " within the past",
                        "Published: methods combined and made to add up | 1,200 | 0.80 | 79.0% | 94.0%",
                        "Methods combined | – | – | – | –",
                        "Plain repetition of the past | 1,200 | 1.00 | 90.0% | 96.0%",
                        "Over all measures and their parts, 1,200 values of the past year, the error of such forecasts against"
                                + " that of a plain repetition of the past: −20.0%.");
    }

    @Test
    void showsTheForecastsOfOthersWithTheirErrorsAndWeights() {
        given.rows(
                "forecast.external_scores",
                "member, period_months, scored_count, bias, mean_absolute_error, weight, reason",
                "('own outlook', 1, 59, 10, 90, 0.25, 'Weighted.'), ('Institute: market', 1, 51, -5, 30, 0.75, 'Weighted.'),"
                        + " ('Oracle: stars', 1, 51, 2, 95, 0, 'Not admitted.')");
        assertThat(printed())
                .containsSequence(
                        "Forecasts of others and our own: errors of those made just before a period, and weight in the"
                                + " blend",
                        "Institute: market | 51 | 30 | −5 | 75.0% | Weighted.",
                        "own outlook | 59 | 90 | +10 | 25.0% | Weighted.",
                        "Oracle: stars | 51 | 95 | +2 | 0.0% | Not admitted.");
    }

    @Test
    void judgesTheDatesOfSellersByRegionAndNotByPerson() {
        given.rows(
                "mart.promises",
                "opportunity_id, owner_id, region, outcome, first_promised_date, late_days",
                "('o1', 'u1', 'North', 'won', '2024-06-01', 10), ('o2', 'u1', 'North', 'won', '2024-06-01', 0), ('o3', 'u2',"
                        + " 'South', 'won', '2024-07-01', -5), ('o4', 'u2', 'South', 'lost', '2024-07-01', 99), ('o5', 'u2',"
                        + " 'South', 'won', '2022-07-01', 99)");
        assertThat(printed())
                .containsSequence(
                        "Dates that sellers promise: deals won, promised for the last twelve months",
                        "North | 2 | 50.0% | 9.5% | 90.5% | 5.0",
                        "South | 1 | 100.0% | 20.7% | 100.0% | −5.0",
                        "All regions | 3 | 66.7% | 20.8% | 93.9% | 1.7")
                .noneMatch(line -> line.contains("u1"));
    }

    @Test
    void saysThatNobodyCanTellWithoutPastForecasts() {
        assertThat(printed())
                .containsExactly(
                        "Nobody can tell yet: no past quarter could be forecast and held against what came.",
                        "NO_DATA: The outlook has no track record yet: no past quarter has deals enough to forecast it from.");
    }
}
