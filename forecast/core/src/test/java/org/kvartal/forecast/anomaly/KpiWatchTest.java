package org.kvartal.forecast.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.anomaly.KpiFinding.State;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A simulated company of known truth: 30 units with 1 to 20 events a day, half as many on Fridays, none on Sundays and
 * twice as many in the last three days of a month; log-normal amounts; 40 % are won. Counts vary more than Poisson.
 */
class KpiWatchTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 620;
    private static final int UNITS = 30;
    private static final List<ToIntFunction<LocalDate>> CALENDAR =
            List.of(day -> day.getDayOfWeek().getValue(), day -> day.lengthOfMonth() - day.getDayOfMonth() < 3 ? 1 : 0);

    private final List<double[]> counts = new ArrayList<>();
    private final List<double[]> amounts = new ArrayList<>();
    private final List<double[]> squares = new ArrayList<>();
    private final List<double[]> wins = new ArrayList<>();

    private void simulate(long seed) {
        Random random = new Random(seed);
        for (List<double[]> columns : List.of(counts, amounts, squares, wins)) {
            columns.clear();
            for (int unit = 0; unit < UNITS; unit++) {
                columns.add(new double[DAYS]);
            }
        }
        for (int unit = 0; unit < UNITS; unit++) {
            for (int day = 0; day < DAYS; day++) {
                double mean = (1 + unit % 20) * factor(FIRST.plusDays(day)) * (0.7 + 0.6 * random.nextDouble());
                counts.get(unit)[day] = poisson(mean, random);
                for (int deal = 0; deal < counts.get(unit)[day]; deal++) {
                    double amount = Math.exp(9 + 0.7 * random.nextGaussian());
                    amounts.get(unit)[day] += amount;
                    squares.get(unit)[day] += amount * amount;
                    wins.get(unit)[day] += random.nextDouble() < 0.4 ? 1 : 0;
                }
            }
        }
    }

    private static double factor(LocalDate day) {
        double ofWeek = switch (day.getDayOfWeek()) {
            case SUNDAY -> 0;
            case FRIDAY -> 0.5;
            default -> 1;
        };
        return ofWeek * (day.lengthOfMonth() - day.getDayOfMonth() < 3 ? 2 : 1);
    }

    private static double poisson(double mean, Random random) {
        int count = 0;
        for (double time = -Math.log(1 - random.nextDouble()); time < mean; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }

    private List<KpiFinding> watch(LocalDate lastDay) {
        double[] total = new double[DAYS];
        counts.forEach(unit -> add(total, unit));
        List<KpiSeries> series = new ArrayList<>();
        series.add(KpiSeries.counts(KpiKey.total("created_count"), FIRST, total));
        for (int unit = 0; unit < UNITS; unit++) {
            String member = "unit " + unit;
            series.add(KpiSeries.counts(new KpiKey("created_count", "unit", member), FIRST, counts.get(unit)));
            series.add(KpiSeries.amounts(
                    new KpiKey("amount", "unit", member),
                    FIRST,
                    counts.get(unit),
                    amounts.get(unit),
                    squares.get(unit)));
            series.add(
                    KpiSeries.shares(new KpiKey("win_rate", "unit", member), FIRST, wins.get(unit), counts.get(unit)));
        }
        return KpiWatch.watch(
                List.of(new KpiWatch.Group(series, CalendarProfile.fit(FIRST, total, CALENDAR))), lastDay);
    }

    private static void add(double[] total, double[] unit) {
        for (int day = 0; day < total.length; day++) {
            total[day] += unit[day];
        }
    }

    private static LocalDate day(int position) {
        return FIRST.plusDays(position);
    }

    /** 60 quiet nights of three worlds: 3 may alarm by the budget; 8 would be beyond it by more than chance. */
    @Test
    void quietNightsAlarmNoMoreThanTheBudgetAllows() {
        int nights = 0;
        int alarming = 0;
        for (int seed = 0; seed < 3; seed++) {
            simulate(100 + seed);
            for (int position = 420; position < DAYS; position += 10) {
                nights++;
                alarming += watch(day(position)).stream().anyMatch(finding -> finding.state() == State.ALARM) ? 1 : 0;
            }
        }
        assertThat(nights).isEqualTo(60);
        assertThat(alarming).isLessThanOrEqualTo(7);
    }

    @Test
    void aBurstAtOneUnitIsSeenTheSameNight() {
        simulate(200);
        int monday = 505;
        counts.get(19)[monday] += 40;
        assertThat(day(monday).getDayOfWeek().getValue()).isLessThan(5);
        assertThat(watch(day(monday)))
                .filteredOn(finding -> finding.state() == State.ALARM
                        && finding.grain() == Grain.DAY
                        && finding.key().kpi().equals("created_count"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.key().member()).isEqualTo("unit 19");
                    assertThat(finding.isAbove()).isTrue();
                    assertThat(finding.actual()).isGreaterThan(finding.upper());
                    assertThat(finding.adjusted()).isLessThan(0.0167);
                    assertThat(finding.since()).isEqualTo(day(monday));
                });
    }

    /** A quarter fewer events each week from a day on: the total alarms within two weeks, its units are part of it. */
    @Test
    void aDropOfTheWholeIsToldOnceAndAtTheTotal() {
        simulate(300);
        int start = 500;
        Random random = new Random(7);
        for (int unit = 0; unit < UNITS; unit++) {
            for (int day = start; day < DAYS; day++) {
                double kept = 0;
                for (int deal = 0; deal < counts.get(unit)[day]; deal++) {
                    kept += random.nextDouble() < 0.75 ? 1 : 0;
                }
                counts.get(unit)[day] = kept;
            }
        }
        int found = start;
        while (watch(day(found)).stream()
                .noneMatch(finding -> finding.key().isTotal() && finding.state() == State.ALARM)) {
            found++;
        }
        assertThat(found - start).isLessThanOrEqualTo(14);
        List<KpiFinding> week = watch(day(start + 13)).stream()
                .filter(finding -> finding.grain() == Grain.WEEK
                        && finding.key().kpi().equals("created_count")
                        && finding.state() != State.QUIET)
                .toList();
        assertThat(week)
                .filteredOn(finding -> !finding.key().isTotal())
                .allMatch(f -> f.state() == State.PART_OF_TOTAL);
        assertThat(week)
                .filteredOn(finding -> finding.key().isTotal())
                .singleElement()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(State.ONGOING));
    }

    @Test
    void aSlowDriftIsFoundWithinEightWeeks() {
        simulate(400);
        int start = 480;
        Random random = new Random(8);
        for (int day = start; day < DAYS; day++) {
            double share = 0.02 * (day - start) / 7.0;
            counts.get(18)[day] += poisson(share * 19 * factor(day(day)), random);
            counts.get(17)[day] += poisson(0.35 * 18 * factor(day(day)), random);
        }
        int found = start;
        while (watch(day(found)).stream()
                .noneMatch(finding -> finding.key().member().equals("unit 17")
                        && finding.grain() == Grain.DRIFT
                        && finding.state() == State.ALARM)) {
            found += 7;
        }
        assertThat(found - start).isLessThanOrEqualTo(56);
    }

    @Test
    void whatIsTooYoungOrTooSmallIsNotWatched() {
        simulate(500);
        assertThat(watch(day(180))).isEmpty();
        List<KpiFinding> findings = watch(day(500));
        assertThat(findings).anyMatch(finding -> finding.key().kpi().equals("amount"));
        assertThat(findings)
                .filteredOn(finding -> finding.grain() == Grain.DAY)
                .noneMatch(finding -> finding.key().kpi().equals("amount"))
                .noneMatch(finding -> finding.key().member().equals("unit 0"));
    }

    /** 100 a day, evenly over 10 hours: the day that ends at noon is cut off, the one that ends in the last hour is not. */
    @Test
    void aDayThatEndsEarlyIsNotComplete() {
        double[] hours = new double[24];
        for (int hour = 8; hour < 18; hour++) {
            hours[hour] = 1000;
        }
        ArrivalCurve curve = new ArrivalCurve(hours);
        CountExpectation day = new CountExpectation(100, 2);
        assertThat(curve.isComplete(day, 12)).isFalse();
        assertThat(curve.isComplete(day, 16)).isTrue();
        assertThat(curve.isComplete(day, -1)).isFalse();
        assertThat(curve.isComplete(new CountExpectation(5, 1), -1)).isTrue();
    }
}
