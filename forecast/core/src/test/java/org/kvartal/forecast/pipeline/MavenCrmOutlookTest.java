package org.kvartal.forecast.pipeline;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.pipeline.OutlookResult.Estimated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The Maven CRM export (Maven Analytics, CRM Sales Opportunities, 8,800 deals): the outlook of two quarters from what
 * was known at their start, against what was then booked according to the same export. Open deals carry no amount
 * there, and 500 prospects have no date.
 */
class MavenCrmOutlookTest {
    private static final LocalDate EXPORTED = LocalDate.of(2017, 12, 31);

    @ParameterizedTest
    @CsvSource({"2017-07-01, 2982255", "2017-10-01, 2802496"})
    void coversWhatWasBookedAndComesCloserThanTheWeightedPipeline(LocalDate firstDay, double booked)
            throws IOException {
        List<Deal> deals = deals();
        BookingPeriod quarter =
                new BookingPeriod(firstDay, firstDay.plusMonths(3).minusDays(1));
        DealHistory history = DealHistory.knownAt(firstDay.minusDays(1), deals);
        Estimated outlook = (Estimated) new QuarterOutlook().outlook(history, quarter);

        assertThat(DealHistory.knownAt(EXPORTED, deals)
                        .wonBetween(firstDay, quarter.lastDay())
                        .doubleValue())
                .isEqualTo(booked);
        assertThat(outlook.total().quantile(0.1)).isLessThan(booked);
        assertThat(outlook.total().quantile(0.9)).isGreaterThan(booked);
        assertThat(outlook.total().quantile(0.5)).isCloseTo(booked, within(0.25 * booked));
        assertThat(outlook.undatedDeals()).isEqualTo(500);
        double weighted = new WeightedPipeline(Map.of())
                .remaining(history, quarter)
                .orElseThrow()
                .mean();
        double lossOfPoint = OutlookScore.of(history.asOf(), quarter, BookingsDistribution.certain(weighted), booked)
                .pinball();
        assertThat(OutlookScore.of(history.asOf(), quarter, outlook.remaining(), booked)
                        .pinball())
                .isLessThan(lossOfPoint);
    }

    private static List<Deal> deals() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path file = Path.of(setting, "data", "maven_crm", "sales_pipeline.csv");
        assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(line -> deal(line.split(",", -1))).toList();
        }
    }

    private static Deal deal(String[] cells) {
        Deal deal = switch (cells[4]) {
            case "Won" -> Deal.won(cells[0], LocalDate.parse(cells[6])).amount(new BigDecimal(cells[7]));
            case "Lost" -> Deal.lost(cells[0], LocalDate.parse(cells[6]));
            default -> Deal.open(cells[0]);
        };
        Deal grouped = deal.group(cells[2]);
        return cells[5].isEmpty() ? grouped : grouped.createdOn(LocalDate.parse(cells[5]));
    }
}
