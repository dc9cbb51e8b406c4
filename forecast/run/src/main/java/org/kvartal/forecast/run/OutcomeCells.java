package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.WatchLimit;
import org.kvartal.forecast.training.OutcomeCell;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.SqlModel;

/** Outcomes by person, month and kind of case, as the tables of the night have them. */
final class OutcomeCells {
    private static final double STEP = 1.02;
    private static final double MINUTES = 60;
    private static final double NEVER = 1e9;

    private final LakeSession session;
    private final AsOf asOf;

    OutcomeCells(LakeSession session, AsOf asOf) {
        this.session = session;
        this.asOf = asOf;
    }

    /** An outcome of which nothing is known is absent. */
    Map<TrainingOutcome, List<OutcomeCell>> read() {
        Map<TrainingOutcome, List<OutcomeCell>> cells = new EnumMap<>(TrainingOutcome.class);
        for (Row row : rows("outcome_cells.sql", limits())) {
            cells.computeIfAbsent(
                            TrainingOutcome.valueOf(row.<String>getAs("outcome").toUpperCase(Locale.ROOT)),
                            outcome -> new ArrayList<>())
                    .add(new OutcomeCell(
                            row.getAs("agent_id"),
                            row.getAs("kind"),
                            row.getAs("month"),
                            Math.toIntExact(row.<Long>getAs("phase")),
                            row.<Long>getAs("case_count"),
                            row.<Double>getAs("total"),
                            row.<Double>getAs("squares"),
                            row.<Double>getAs("hours")));
        }
        List<OutcomeCell> active = activeDays();
        if (!active.isEmpty()) {
            cells.put(TrainingOutcome.ACTIVE_DAYS, active);
        }
        return cells;
    }

    private List<Row> rows(String resource, Map<String, Object> parameters) {
        return SqlModel.ofResource("forecast", OutcomeCells.class.getClassLoader(), "training/" + resource)
                .run(session.spark(), parameters)
                .collectAsList();
    }

    /** Up to when times count, and for how long a request must have been watched, in hours. */
    private Map<String, Object> limits() {
        Map<String, List<Observation>> times = new HashMap<>();
        for (Row row : rows("request_durations.sql", Map.of())) {
            double hours = Math.pow(STEP, row.<Long>getAs("step")) / MINUTES;
            Observation one =
                    row.<Boolean>getAs("ended") ? Observation.ended(hours, "ended") : Observation.censored(hours);
            times.computeIfAbsent(row.getAs("clock"), clock -> new ArrayList<>())
                    .add(one.times(row.<Long>getAs("request_count")));
        }
        Map<String, Object> limits = new HashMap<>(Map.of("as_of_end", asOf.end()));
        for (String clock : List.of("handling", "response")) {
            OptionalDouble watch = limit(times, clock);
            OptionalDouble most = limit(times, clock + "_working");
            boolean isKnown = watch.isPresent() && most.isPresent();
            limits.put(clock + "_watch", isKnown ? watch.getAsDouble() : NEVER);
            limits.put(clock + "_limit", isKnown ? most.getAsDouble() : NEVER);
        }
        return limits;
    }

    private static OptionalDouble limit(Map<String, List<Observation>> times, String clock) {
        return times.containsKey(clock) ? WatchLimit.of(KaplanMeier.of(times.get(clock))) : OptionalDouble.empty();
    }

    /**
     * Log of 1 + active days, of everybody who ever did something: each month from the first that is on record, or in which
     * the person began, to the last complete one, or for who has left to the last with use.
     */
    private List<OutcomeCell> activeDays() {
        Map<String, NavigableMap<YearMonth, Long>> days = new TreeMap<>();
        rows("active_days.sql", Map.of("as_of", asOf.date()))
                .forEach(row -> days.computeIfAbsent(row.getAs("user_id"), user -> new TreeMap<>())
                        .put(YearMonth.from(row.<LocalDate>getAs("month")), row.getAs("active_days")));
        YearMonth first = days.values().stream()
                .map(NavigableMap::firstKey)
                .min(YearMonth::compareTo)
                .orElse(YearMonth.from(asOf.date()));
        YearMonth last = YearMonth.from(asOf.date().plusDays(1)).minusMonths(1);
        List<OutcomeCell> cells = new ArrayList<>();
        for (Record user : session.lake().rows(CrmTables.USERS)) {
            String id = user.getField("user_id").toString();
            NavigableMap<YearMonth, Long> used = days.getOrDefault(id, new TreeMap<>());
            if (!used.isEmpty()) {
                boolean hasLeft = Boolean.FALSE.equals(user.getField("active"));
                YearMonth until = hasLeft && used.lastKey().isBefore(last) ? used.lastKey() : last;
                for (YearMonth month = begin(user, first); !month.isAfter(until); month = month.plusMonths(1)) {
                    cells.add(active(id, month, used.getOrDefault(month, 0L)));
                }
            }
        }
        return cells;
    }

    private static YearMonth begin(Record user, YearMonth first) {
        return user.getField("started_on") instanceof LocalDate day
                        && YearMonth.from(day).isAfter(first)
                ? YearMonth.from(day)
                : first;
    }

    private static OutcomeCell active(String user, YearMonth month, long days) {
        double value = Math.log1p(days);
        return new OutcomeCell(user, "", month.atDay(1), Integer.MAX_VALUE, 1, value, value * value, 0);
    }
}
