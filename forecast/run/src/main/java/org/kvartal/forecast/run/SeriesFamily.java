package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.kvartal.ingest.lake.LakeSession;
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
    private final NavigableMap<List<String>, MonthlySeries> cells = new TreeMap<>(Comparator.comparing(List::toString));
    private final NavigableMap<SeriesId, MonthlySeries> sums = new TreeMap<>();

    private SeriesFamily(SeriesMeasure measure) {
        this.measure = measure;
    }

    /** The families that have any value, the months complete at the end of a day. */
    static List<SeriesFamily> read(LakeSession session, LocalDate asOf) {
        List<Row> rows = new ArrayList<>(
                SERIES.run(session.spark(), Map.of("as_of", asOf)).collectAsList());
        // Sums of doubles depend on their order, and a fingerprint tells the last bit.
        rows.sort(Comparator.comparing(SeriesFamily::place));
        Map<SeriesMeasure, SeriesFamily> families = new TreeMap<>();
        for (Row row : rows) {
            families.computeIfAbsent(SeriesMeasure.of(row.getAs("measure")), SeriesFamily::new)
                    .add(row);
        }
        return List.copyOf(families.values());
    }

    private static String place(Row row) {
        StringBuilder place = new StringBuilder();
        SERIES.grain().forEach(column -> place.append(row.<Object>getAs(column)).append('\u0000'));
        return place.toString();
    }

    private void add(Row row) {
        List<String> members = measure.scopes().stream()
                .map(scope -> Objects.requireNonNullElse(row.<String>getAs(COLUMNS.get(scope)), ""))
                .toList();
        YearMonth month = YearMonth.from(row.<LocalDate>getAs("month"));
        double value = row.<BigDecimal>getAs("value").doubleValue();
        SeriesId cell = SeriesId.cell(measure, members);
        add(cells.computeIfAbsent(members, key -> empty(cell)), month, value);
        if (measure.hasTotal()) {
            add(sums.computeIfAbsent(SeriesId.total(measure), SeriesFamily::empty), month, value);
            for (int i = 0; i < members.size(); i++) {
                SeriesId member = new SeriesId(measure.label(), measure.scopes().get(i), members.get(i));
                add(sums.computeIfAbsent(member, SeriesFamily::empty), month, value);
            }
        }
    }

    private static MonthlySeries empty(SeriesId id) {
        return new MonthlySeries(id.scope(), id.member(), new TreeMap<>());
    }

    private static void add(MonthlySeries series, YearMonth month, double value) {
        series.amounts().merge(month, value, Double::sum);
    }

    SeriesMeasure measure() {
        return measure;
    }

    /** The members of each cell, one of each scope. */
    List<List<String>> cells() {
        return List.copyOf(cells.keySet());
    }

    /** Every series by its name, cells among them. */
    NavigableMap<SeriesId, MonthlySeries> series() {
        NavigableMap<SeriesId, MonthlySeries> all = new TreeMap<>(sums);
        cells.forEach((members, series) -> all.put(SeriesId.cell(measure, members), series));
        return all;
    }

    /** The names of the series that people read, in order; a scope that nobody has filled is left out. */
    List<SeriesId> shown() {
        List<SeriesId> names = List.copyOf(series().keySet());
        return names.stream()
                .filter(id -> !id.isCell() && !isUnfilled(id, names))
                .toList();
    }

    private static boolean isUnfilled(SeriesId id, List<SeriesId> names) {
        return id.member().isEmpty()
                && !id.scope().equals(SeriesId.TOTAL)
                && names.stream()
                                .filter(other -> other.scope().equals(id.scope()))
                                .count()
                        == 1;
    }
}
