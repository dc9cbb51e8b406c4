package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

class BookingsForecastTest {
    @TempDir
    static Path folder;

    private static Lake lake;
    private static LakeSession session;

    @BeforeAll
    static void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        session = LakeSession.open(lake, ZoneOffset.UTC, folder.resolve("scratch"));
    }

    /**
     * The total is 100, 0, 200: mean 100, sigma 100, sd 100 sqrt(4/3) = 115.4701. The ends of the intervals are
     * 100 + 1.281552 sd and 100 + 1.959964 sd, and no less than nothing.
     */
    @Test
    void countsAMonthWithoutBookingsAsNothing() {
        new Opportunities()
                .won("crm:axe", "2024-03-05", "60.00")
                .won("crm:saw", "2024-03-25", "40.00")
                .won("crm:axe", "2024-05-31", "200.00")
                .lost("crm:axe", "2024-04-10")
                .open("crm:axe", "2024-04-10", "500.00")
                .storeIn(lake);

        assertThat(forecast(new SeasonalBaseline(), 2, "2024-05-31"))
                .contains(
                        "total||2024-06-01|1|mean|fewer than 4 values: mean of 3 observed values"
                                + "|100.00|0.00|247.98|0.00|326.32",
                        "total||2024-07-01|2|mean|fewer than 4 values: mean of 3 observed values"
                                + "|100.00|0.00|247.98|0.00|326.32")
                .hasSize(6);
    }

    @Test
    void forecastsTheRunningMonthFromTheMonthsBeforeIt() {
        new Opportunities()
                .won("crm:axe", "2024-04-05", "100.00")
                .won("crm:axe", "2024-05-30", "100.00")
                .won("crm:axe", "2024-06-10", "9999.00")
                .won("crm:saw", "2024-06-11", "50.00")
                .storeIn(lake);

        assertThat(forecast(new SeasonalBaseline(), 2, "2024-06-15"))
                .as("saws were first sold in the running month")
                .containsExactly(
                        "product|crm:axe|2024-06-01|1|naive|constant series: last observed value"
                                + "|100.00|100.00|100.00|100.00|100.00",
                        "product|crm:axe|2024-07-01|2|naive|constant series: last observed value"
                                + "|100.00|100.00|100.00|100.00|100.00",
                        "total||2024-06-01|1|naive|constant series: last observed value"
                                + "|100.00|100.00|100.00|100.00|100.00",
                        "total||2024-07-01|2|naive|constant series: last observed value"
                                + "|100.00|100.00|100.00|100.00|100.00");
    }

    @Test
    void countsTheLastDayOfAMonthAsItsEnd() {
        new Opportunities().won("crm:axe", "2024-05-10", "100.00").storeIn(lake);

        assertThat(forecast(new SeasonalBaseline(), 1, "2024-05-30")).isEmpty();
        assertThat(forecast(new SeasonalBaseline(), 1, "2024-05-31"))
                .extracting(row -> row.split("\\|")[2])
                .containsExactly("2024-06-01", "2024-06-01");
    }

    @Test
    void saysWhyASeriesHasNoForecast() {
        new Opportunities()
                .won("crm:axe", "2024-04-05", "100.00")
                .won("crm:axe", "2024-05-05", "200.00")
                .storeIn(lake);

        assertThat(forecast(new SeasonalNaive(), 1, "2024-05-31"))
                .containsExactly(
                        "product|crm:axe|2024-06-01|1|seasonal-naive|no two values one season of 12 apart|||||",
                        "total||2024-06-01|1|seasonal-naive|no two values one season of 12 apart|||||");
    }

    @Test
    void leavesNothingOfAnEarlierNight() {
        new Opportunities().won("crm:axe", "2024-04-05", "100.00").storeIn(lake);
        assertThat(forecast(new SeasonalBaseline(), 3, "2024-04-30")).hasSize(6);

        new Opportunities().open("crm:axe", "2024-04-05", "100.00").storeIn(lake);
        assertThat(forecast(new SeasonalBaseline(), 3, "2024-04-30")).isEmpty();
    }

    private static List<String> forecast(Forecaster forecaster, int horizonMonths, String asOf) {
        new BookingsForecast(forecaster, horizonMonths).run(session, LocalDate.parse(asOf));
        return lake.rows(ForecastTables.BOOKINGS_FORECAST).stream()
                .map(row -> ForecastTables.BOOKINGS_FORECAST.columnNames().stream()
                        .map(row::getField)
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining("|")))
                .toList();
    }
}
