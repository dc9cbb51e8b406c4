package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.rate.Homogeneity;
import org.kvartal.forecast.rate.ShrunkRates;
import org.kvartal.forecast.rate.Tally;
import org.kvartal.forecast.tables.PipelineTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** Win rates by owner, source, segment, product, region and competitor, and whether they differ at all. */
final class WinRateRanking {
    private static final double LEVEL = 0.95;
    private static final SqlModel CLOSED =
            SqlModel.ofResource("forecast", WinRateRanking.class.getClassLoader(), "stages/closed_deals.sql");

    void run(Night night) {
        Map<String, List<Tally>> dimensions = new TreeMap<>();
        for (Row row : ModelRuns.rowsOf(night, CLOSED, night.asOf().parameters())) {
            dimensions
                    .computeIfAbsent(row.getAs("dimension"), dimension -> new ArrayList<>())
                    .add(new Tally(row.getAs("member"), row.<Long>getAs("won_count"), row.<Long>getAs("closed_count")));
        }
        Lake lake = night.lake();
        lake.replace(
                PipelineTables.WIN_RATES,
                dimensions.entrySet().stream().flatMap(entry -> rates(entry.getKey(), entry.getValue())));
        lake.replace(
                PipelineTables.WIN_RATE_RANKINGS,
                dimensions.entrySet().stream().map(entry -> ranking(entry.getKey(), entry.getValue())));
    }

    private static Stream<Object[]> rates(String dimension, List<Tally> tallies) {
        ShrunkRates shrunk = ShrunkRates.of(tallies);
        return tallies.stream().sorted(Comparator.comparing(Tally::group)).map(tally -> {
            ShrunkRates.Rate rate = shrunk.rate(tally, LEVEL);
            return new Object[] {
                dimension, tally.group(), tally.successes(), tally.trials(), rate.mean(), rate.low(), rate.high()
            };
        });
    }

    private static Object[] ranking(String dimension, List<Tally> tallies) {
        Homogeneity test = Homogeneity.of(tallies);
        ShrunkRates shrunk = ShrunkRates.of(tallies);
        boolean isCompared = test.groups() > 1;
        return new Object[] {
            dimension,
            (long) tallies.size(),
            (long) test.groups(),
            tallies.stream().mapToLong(Tally::trials).sum(),
            shrunk.mean(),
            isCompared ? test.chiSquare() : null,
            isCompared ? test.p() : null,
            isCompared ? shrunk.spread() : null,
            !isCompared ? "too few" : test.isNoise() ? "noise" : "different"
        };
    }
}
