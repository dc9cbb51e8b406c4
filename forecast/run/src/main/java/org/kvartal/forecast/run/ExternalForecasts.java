package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.external.BlendMember;
import org.kvartal.forecast.external.ExternalBlend;
import org.kvartal.forecast.external.Publication;
import org.kvartal.forecast.external.Source;
import org.kvartal.forecast.tables.SignalTables;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/** Scores what others forecast, vintage by vintage, and blends it with our own forecast of bookings. */
final class ExternalForecasts {
    private final Forecaster own;
    private final int horizonMonths;

    ExternalForecasts(Forecaster own, int horizonMonths) {
        this.own = own;
        this.horizonMonths = horizonMonths;
    }

    void run(Lake lake, AsOf asOf) {
        Map<Integer, List<Registered>> byLength = new TreeMap<>();
        for (Registered source : registered(lake, asOf.date())) {
            byLength.computeIfAbsent(source.periodMonths(), months -> new ArrayList<>())
                    .add(source);
        }
        List<Object[]> scores = new ArrayList<>();
        List<Object[]> blends = new ArrayList<>();
        if (!byLength.isEmpty()) {
            MonthlyBookings bookings = MonthlyBookings.read(lake, asOf, own);
            byLength.forEach((months, sources) -> {
                List<LocalDate> periods = periods(sources);
                ExternalBlend blend = ExternalBlend.at(
                        asOf.date(),
                        bookings.observed(periods, months),
                        bookings.outlook(months, horizonMonths),
                        sources.stream().map(Registered::source).toList());
                scores.addAll(scoreRows(blend, months, sources));
                periods.stream()
                        .filter(period -> period.isAfter(asOf.date())
                                && !period.plusMonths(months)
                                        .isAfter(asOf.date().plusDays(1).plusMonths(horizonMonths)))
                        .forEach(period -> blends.addAll(blendRows(blend, period, months)));
            });
        }
        lake.replace(SignalTables.EXTERNAL_SCORES, scores.stream());
        lake.replace(SignalTables.EXTERNAL_BLEND, blends.stream());
    }

    /** One series of one publisher. */
    private record Registered(
            Source source,
            String publisher,
            String series,
            @Nullable String unit) {

        /** The least distance between two periods is their length. */
        int periodMonths() {
            List<LocalDate> periods = new ArrayList<>(periods(List.of(this)));
            int least = 12;
            for (int i = 1; i < periods.size(); i++) {
                least = (int)
                        Math.min(least, periods.get(i - 1).until(periods.get(i)).toTotalMonths());
            }
            return Math.max(1, least);
        }
    }

    private static List<LocalDate> periods(List<Registered> sources) {
        TreeSet<LocalDate> periods = new TreeSet<>();
        sources.forEach(registered -> registered.source().publications().stream()
                .map(Publication::period)
                .forEach(periods::add));
        return List.copyOf(periods);
    }

    private static List<Registered> registered(Lake lake, LocalDate asOf) {
        Map<String, Registered> sources = new TreeMap<>();
        for (Record row : lake.rows(CrmTables.EXTERNAL_FORECASTS)) {
            LocalDate published = (LocalDate) row.getField("published_on");
            LocalDate period = (LocalDate) row.getField("period");
            if (published == null || period == null || row.getField("value") == null || published.isAfter(asOf)) {
                continue;
            }
            String publisher = String.valueOf(row.getField("publisher"));
            String series = String.valueOf(row.getField("series"));
            String name = publisher + ": " + series;
            Registered before = sources.get(name);
            List<Publication> publications =
                    new ArrayList<>(before == null ? List.of() : before.source().publications());
            publications.add(new Publication(published, period.withDayOfMonth(1), (double) row.getField("value")));
            sources.put(name, new Registered(new Source(name, publications), publisher, series, (String)
                    row.getField("unit")));
        }
        return List.copyOf(sources.values());
    }

    private static List<Object[]> scoreRows(ExternalBlend blend, int months, List<Registered> sources) {
        List<Object[]> rows = new ArrayList<>();
        for (BlendMember member : blend.members()) {
            Registered source = sources.stream()
                    .filter(registered -> registered.source().name().equals(member.name()))
                    .findFirst()
                    .orElse(null);
            rows.add(new Object[] {
                member.name(),
                (long) months,
                source == null ? null : source.publisher(),
                source == null ? null : source.series(),
                source == null ? null : source.unit(),
                source == null ? null : (long) source.source().publications().size(),
                (long) member.scored(),
                money(member.bias()),
                money(member.meanAbsoluteError()),
                member.weight(),
                member.reason()
            });
        }
        return rows;
    }

    private static List<Object[]> blendRows(ExternalBlend blend, LocalDate period, int months) {
        List<Object[]> rows = new ArrayList<>();
        List<Double> weights = blend.weights(period);
        for (int i = 0; i < weights.size(); i++) {
            String member = blend.members().get(i).name();
            rows.add(new Object[] {
                period,
                (long) months,
                member,
                weights.get(i),
                money(blend.expected(member, period)),
                money(blend.expected(ExternalBlend.OWN, period)),
                money(blend.blended(period))
            });
        }
        return rows;
    }

    private static @Nullable BigDecimal money(OptionalDouble amount) {
        return money(amount.orElse(Double.NaN));
    }

    private static @Nullable BigDecimal money(double amount) {
        return Double.isFinite(amount) ? Money.of(amount) : null;
    }
}
