package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** The series of one measure: cells, and what they add up to. Each begins with its first month that has anything. */
final class SeriesFamily {
    static final SqlModel SERIES =
            SqlModel.ofResource("forecast", SeriesFamily.class.getClassLoader(), "series/monthly_series.sql");

    private static final Map<String, String> COLUMNS = Map.of(
            "product",
            "product_id",
            "region",
            "region",
            "team",
            "team_id",
            "segment",
            "segment",
            "category",
            "category");

    private final SeriesMeasure measure;
    private final NavigableMap<SeriesId, List<String>> cells = new TreeMap<>();
    private final NavigableMap<SeriesId, MonthlySeries> series = new TreeMap<>();

    private SeriesFamily(SeriesMeasure measure) {
        this.measure = measure;
    }

    /** The families that have any value in the months complete at the end of the night's day. */
    static List<SeriesFamily> read(Night night) {
        NavigableMap<String, SeriesFamily> families = new TreeMap<>();
        for (Row row : ModelRuns.rowsOf(night, SERIES, night.asOf().parameters())) {
            families.computeIfAbsent(row.getAs("measure"), label -> new SeriesFamily(SeriesMeasure.of(label)))
                    .add(row);
        }
        return List.copyOf(families.values());
    }

    private void add(Row row) {
        List<String> members = measure.scopes().stream()
                .map(scope -> Objects.requireNonNullElse(row.<String>getAs(COLUMNS.get(scope)), ""))
                .toList();
        SeriesId cell = SeriesId.cell(measure, members);
        cells.put(cell, members);
        List<SeriesId> all = new ArrayList<>(sumsWith(cell));
        all.add(cell);
        for (SeriesId id : all) {
            series.computeIfAbsent(id, key -> new MonthlySeries(id.scope(), id.member(), new TreeMap<>()))
                    .amounts()
                    .merge(
                            YearMonth.from(row.<LocalDate>getAs("month")),
                            row.<BigDecimal>getAs("value").doubleValue(),
                            Double::sum);
        }
    }

    SeriesMeasure measure() {
        return measure;
    }

    /** The cells, and the members that each is of, one of each scope. */
    NavigableMap<SeriesId, List<String>> cells() {
        return cells;
    }

    /** What a cell is added to; nothing where members do not add up. */
    List<SeriesId> sumsWith(SeriesId cell) {
        if (!measure.hasTotal()) {
            return List.of();
        }
        List<SeriesId> sums = new ArrayList<>(List.of(SeriesId.total(measure)));
        List<String> members = Objects.requireNonNull(cells.get(cell));
        for (int i = 0; i < members.size(); i++) {
            sums.add(new SeriesId(measure.label(), measure.scopes().get(i), members.get(i)));
        }
        return sums;
    }

    /** Every series by its name, cells among them. */
    NavigableMap<SeriesId, MonthlySeries> series() {
        return series;
    }

    /** The names of the series that people read, in order; a scope that nobody has filled is left out. */
    List<SeriesId> shown() {
        return series.keySet().stream()
                .filter(id -> !id.isCell() && !isUnfilled(id))
                .toList();
    }

    private boolean isUnfilled(SeriesId id) {
        return id.member().isEmpty()
                && !id.scope().equals(SeriesId.TOTAL)
                && series.keySet().stream()
                                .filter(other -> other.scope().equals(id.scope()))
                                .count()
                        == 1;
    }
}
