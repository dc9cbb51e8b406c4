package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.run.RequestDurations.Key;
import org.kvartal.forecast.run.RequestDurations.Length;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** By when requests end, which open ones will be late, and how promises were kept: from the times of all requests. */
final class ServiceMeasurement {
    private static final SqlModel DURATIONS = model("request_durations");
    private static final SqlModel OPEN_PROMISES = model("open_promises");
    private static final SqlModel PROMISES_DUE = model("promises_due");
    private static final int MONTHS = 12;
    private static final int QUARTERS = 8;

    private final FiscalCalendar calendar;

    ServiceMeasurement(FiscalCalendar calendar) {
        this.calendar = calendar;
    }

    private static SqlModel model(String name) {
        return SqlModel.ofResource("forecast", ServiceMeasurement.class.getClassLoader(), "service/" + name + ".sql");
    }

    void run(Night night) {
        LocalDate asOf = night.asOf().date();
        Lake lake = night.lake();
        try (ModelRuns models = ModelRuns.of(night)) {
            List<RequestDurations> durations = durations(models.rows(
                    DURATIONS, Map.of("first_month", asOf.withDayOfMonth(1).minusMonths(MONTHS))));
            lake.replace(ServiceTables.REQUEST_SURVIVAL, durations.stream().flatMap(RequestDurations::rows));
            BreachRisk risk = new BreachRisk(durations);
            lake.replace(
                    ServiceTables.REQUEST_RISK,
                    models.rows(OPEN_PROMISES, Map.of()).stream().map(risk::row));
            lake.replace(ServiceTables.REQUEST_PROMISES, promises(models, asOf));
        }
    }

    private static List<RequestDurations> durations(List<Row> rows) {
        Map<Key, List<Length>> lengths = new TreeMap<>(Key.IN_ORDER);
        for (Row row : rows) {
            Key key = new Key(row.getAs("grouping"), row.getAs("member"), row.getAs("clock"), row.getAs("unit"));
            lengths.computeIfAbsent(key, first -> new ArrayList<>())
                    .add(new Length(row.getAs("hours"), row.getAs("ending"), row.<Long>getAs("request_count")));
        }
        return lengths.entrySet().stream()
                .map(entry -> new RequestDurations(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<Object[]> promises(ModelRuns models, LocalDate asOf) {
        FiscalQuarter first = calendar.quarterOf(asOf);
        for (int back = 1; back < QUARTERS; back++) {
            first = first.previous();
        }
        PromisesKept kept = new PromisesKept(calendar, asOf);
        models.rows(PROMISES_DUE, Map.of("first_day", first.firstDay(), "as_of", asOf))
                .forEach(kept::add);
        return kept.rows();
    }
}
