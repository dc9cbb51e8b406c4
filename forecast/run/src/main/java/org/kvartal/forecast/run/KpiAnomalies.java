package org.kvartal.forecast.run;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.anomaly.ArrivalCurve;
import org.kvartal.forecast.anomaly.CalendarProfile;
import org.kvartal.forecast.anomaly.KpiFinding;
import org.kvartal.forecast.anomaly.KpiKey;
import org.kvartal.forecast.anomaly.KpiSeries;
import org.kvartal.forecast.anomaly.KpiWatch;
import org.kvartal.forecast.tables.SignalTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** Watches the figures of the night, and says where the deviation of an alarming total sits. */
final class KpiAnomalies {
    private static final SqlModel EVENTS =
            SqlModel.ofResource("forecast", KpiAnomalies.class.getClassLoader(), "series/kpi_events.sql");

    /** Days that the calendar is not learnt from, so that what happens now does not become it. */
    private static final int UNLEARNT_DAYS = 28;

    private static final int MONTH_END_DAYS = 3;
    private static final int DAYS_A_STEP = 5;
    private static final int MOST_STEPS = 3;

    private final FiscalCalendar fiscal;

    KpiAnomalies(FiscalCalendar fiscal) {
        this.fiscal = fiscal;
    }

    void run(Night night) {
        LocalDate asOf = night.asOf().date();
        KpiEvents events =
                new KpiEvents(asOf, ModelRuns.rowsOf(night, EVENTS, night.asOf().parameters()));
        List<ToIntFunction<LocalDate>> effects = effects(night.lake());
        Map<String, CalendarProfile> profiles = new HashMap<>();
        List<KpiWatch.Group> groups = new ArrayList<>();
        for (String event : Figure.EVENTS.stream().filter(events::has).toList()) {
            CalendarProfile profile = profile(events, event, effects);
            profiles.put(event, profile);
            groups.add(new KpiWatch.Group(
                    Figure.of(event).stream()
                            .flatMap(figure -> events.series(figure).stream())
                            .toList(),
                    profile));
        }
        LocalDate lastDay = profiles.keySet().stream()
                .map(event -> lastComplete(events, event, profiles.get(event), asOf))
                .min(LocalDate::compareTo)
                .orElse(asOf);
        List<KpiFinding> findings = KpiWatch.watch(groups, lastDay);
        night.lake().replace(SignalTables.KPI_ANOMALIES, findings.stream().map(KpiAnomalies::row));
        night.lake()
                .replace(
                        SignalTables.KPI_ATTRIBUTIONS,
                        findings.stream().flatMap(finding -> KpiAttribution.rows(events, finding)));
    }

    private CalendarProfile profile(KpiEvents events, String event, List<ToIntFunction<LocalDate>> effects) {
        KpiSeries total = events.series(Figure.of(event).get(0)).get(0);
        double[] counts = total.counts();
        return CalendarProfile.fit(
                total.first(), Arrays.copyOf(counts, Math.max(0, counts.length - UNLEARNT_DAYS)), effects);
    }

    private static LocalDate lastComplete(KpiEvents events, String event, CalendarProfile profile, LocalDate asOf) {
        if (event.equals("won") || event.equals("lost")) {
            return asOf;
        }
        return new ArrivalCurve(events.byHour(event))
                .lastComplete(
                        events.series(Figure.of(event).get(0)).get(0),
                        profile,
                        day -> events.lastHour(event, day),
                        asOf);
    }

    /** Day of the week; days off; the last days of a month; how near the end of the fiscal quarter is. */
    private List<ToIntFunction<LocalDate>> effects(Lake lake) {
        Set<LocalDate> daysOff = new HashSet<>();
        lake.rows(CrmTables.CALENDARS).stream()
                .filter(row -> Boolean.FALSE.equals(row.getField("working")))
                .forEach(row -> daysOff.add((LocalDate) row.getField("day")));
        daysOff.removeIf(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        return List.of(
                day -> day.getDayOfWeek().getValue(),
                day -> daysOff.contains(day) ? 1 : 0,
                day -> day.lengthOfMonth() - day.getDayOfMonth() < MONTH_END_DAYS ? 1 : 0,
                day -> Math.min(
                        MOST_STEPS,
                        (int) (fiscal.quarterOf(day).lastDay().toEpochDay() - day.toEpochDay()) / DAYS_A_STEP));
    }

    private static Object[] row(KpiFinding finding) {
        KpiKey key = finding.key();
        return new Object[] {
            finding.grain().name().toLowerCase(Locale.ROOT),
            key.kpi(),
            key.scope(),
            member(key, "region"),
            member(key, "product"),
            member(key, "owner"),
            finding.firstDay(),
            finding.lastDay(),
            finding.actual(),
            finding.expected(),
            finite(finding.lower()),
            finite(finding.upper()),
            finding.pValue(),
            finding.adjusted(),
            finding.state().name().toLowerCase(Locale.ROOT),
            finding.state() == KpiFinding.State.QUIET ? null : finding.since()
        };
    }

    private static @Nullable String member(KpiKey key, String scope) {
        return key.scope().equals(scope) ? key.member() : null;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
