package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.run.adoption.ActiveDays;
import org.kvartal.forecast.run.adoption.AdoptionSettings;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.WatchLimit;
import org.kvartal.forecast.training.OutcomeCell;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** Outcomes by person, month and kind of case, as the tables of the night have them. */
final class OutcomeCells {
    private static final double STEP = 1.02;
    private static final double MINUTES = 60;
    private static final double NEVER = 1e9;

    private final Night night;
    private final AsOf asOf;
    private final AdoptionSettings adoption;

    OutcomeCells(Night night, AdoptionSettings adoption) {
        this.night = night;
        this.asOf = night.asOf();
        this.adoption = adoption;
    }

    /**
     * An outcome of which nothing is known is absent.
     *
     * @param trained accounts of those who attended a session
     */
    Map<TrainingOutcome, List<OutcomeCell>> read(Set<String> trained) {
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
        List<OutcomeCell> active = activeDays(trained);
        if (!active.isEmpty()) {
            cells.put(TrainingOutcome.ACTIVE_DAYS, active);
        }
        return cells;
    }

    private List<Row> rows(String resource, Map<String, Object> parameters) {
        SqlModel model = SqlModel.ofResource("forecast", OutcomeCells.class.getClassLoader(), "training/" + resource);
        return ModelRuns.rowsOf(night, model, parameters);
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
     * Log of 1 + days of use, of everybody who ever used the CRM: each month from the first that is on record, or in which
     * the person began, to the last complete one, or for who has left to the last with use. Of several accounts of a person
     * the trained one has the days of all, since it is compared by who was trained.
     */
    private List<OutcomeCell> activeDays(Set<String> trained) {
        ActiveDays days = ActiveDays.read(night.lake(), asOf, adoption);
        YearMonth first = days.firstMonth(YearMonth.from(asOf.date()));
        YearMonth last = YearMonth.from(asOf.date().plusDays(1)).minusMonths(1);
        Map<String, List<Record>> accounts = night.lake().rows(CrmTables.USERS).stream()
                .sorted(Comparator.comparing(OutcomeCells::id))
                .collect(Collectors.groupingBy(user -> days.main(id(user)), TreeMap::new, Collectors.toList()));
        List<OutcomeCell> cells = new ArrayList<>();
        accounts.forEach((main, own) -> {
            NavigableMap<YearMonth, Long> used = days.months(main);
            if (!used.isEmpty()) {
                String id = own.stream()
                        .map(OutcomeCells::id)
                        .filter(trained::contains)
                        .findFirst()
                        .orElse(main);
                boolean hasLeft = own.stream().allMatch(user -> Boolean.FALSE.equals(user.getField("active")));
                YearMonth until = hasLeft && used.lastKey().isBefore(last) ? used.lastKey() : last;
                for (YearMonth month = begin(own, first); !month.isAfter(until); month = month.plusMonths(1)) {
                    cells.add(active(id, month, used.getOrDefault(month, 0L)));
                }
            }
        });
        return cells;
    }

    private static String id(Record user) {
        return user.getField("user_id").toString();
    }

    private static YearMonth begin(List<Record> accounts, YearMonth first) {
        return accounts.stream()
                .map(user -> user.getField("started_on") instanceof LocalDate day ? YearMonth.from(day) : first)
                .min(Comparator.naturalOrder())
                .filter(month -> month.isAfter(first))
                .orElse(first);
    }

    private static OutcomeCell active(String user, YearMonth month, long days) {
        double value = Math.log1p(days);
        return new OutcomeCell(user, "", month.atDay(1), Integer.MAX_VALUE, 1, value, value * value, 0);
    }
}
