package org.kvartal.forecast.training;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.forecast.effect.CaseMix;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;

/**
 * An outcome as a panel of persons and periods: means over the requests opened in a period, adjusted for the mix of cases. In
 * the period of the training only what came after it counts.
 *
 * @param panel its times are numbers of periods
 * @param cases outcomes that it rests on
 * @param variance of single adjusted outcomes
 * @param hoursAfter hours behind the outcomes after training
 * @param clusters persons who are shaken together, by person
 */
public record OutcomePanel(
        Panel panel, Periods periods, long cases, double variance, double hoursAfter, Map<String, String> clusters) {
    private static final int FEWEST_PERIODS = 2;
    private static final int MOST_MONTHS = 6;

    private record Place(String person, long period) {}

    private static final class Mean {
        private double total;
        private long count;

        void add(double sum, long times) {
            total += sum;
            count += times;
        }
    }

    public OutcomePanel {
        clusters = Map.copyOf(clusters);
    }

    /** @param clusters by person; a person that has none stands alone */
    public static OutcomePanel of(Collection<OutcomeCell> cells, Programme programme, Map<String, String> clusters) {
        Periods periods = Periods.of(cells);
        List<OutcomeCell> used = cells.stream()
                .filter(cell -> !programme.isJustBefore(cell, periods))
                .toList();
        CaseMix mix = new CaseMix();
        used.forEach(cell -> mix.add(cell.person(), cell.kind(), cell.total() / cell.count(), cell.count()));
        double[] adjusted = used.isEmpty() ? new double[0] : mix.adjusted();
        Map<Place, Mean> places = new LinkedHashMap<>();
        Mean all = new Mean();
        double squares = 0;
        double hours = 0;
        for (int i = 0; i < adjusted.length; i++) {
            OutcomeCell cell = used.get(i);
            long month = Programme.number(cell.month());
            double shift = adjusted[i] - cell.total() / cell.count();
            double total = adjusted[i] * cell.count();
            places.computeIfAbsent(new Place(cell.person(), periods.period(month)), place -> new Mean())
                    .add(total, cell.count());
            all.add(total, cell.count());
            squares += cell.squares() + 2 * shift * cell.total() + shift * shift * cell.count();
            hours += month >= programme.month(cell.person()).orElse(Panel.NEVER) ? cell.hours() : 0;
        }
        double mean = all.total / Math.max(1, all.count);
        double variance = Math.max(0, squares / Math.max(1, all.count) - mean * mean);
        return new OutcomePanel(
                panel(places, programme, periods, clusters), periods, all.count, variance, hours, clusters);
    }

    private static Panel panel(
            Map<Place, Mean> places, Programme programme, Periods periods, Map<String, String> clusters) {
        PanelBuilder builder = new PanelBuilder(List.of());
        places.forEach((place, mean) -> builder.add(
                place.person(),
                clusters.getOrDefault(place.person(), place.person()),
                place.period(),
                programme.month(place.person()).map(periods::period).orElse(Panel.NEVER),
                mean.total / mean.count,
                List.of()));
        return builder.build();
    }

    /** Whether somebody was trained within the periods seen. */
    public boolean hasTrained() {
        return panel.cohorts().stream().anyMatch(cohort -> cohort > panel.time(0));
    }

    /**
     * The periods before the trainings only, as if each had been up to half a year earlier: whatever is found there is no effect.
     */
    Panel placebo() {
        long[] cohorts = panel.cohorts().stream()
                .mapToLong(cohort -> cohort - panel.time(0))
                .filter(before -> before >= FEWEST_PERIODS)
                .toArray();
        long back = cohorts.length == 0 ? 1 : Math.max(1, Math.min(MOST_MONTHS / periods.months(), cohorts[0] / 2));
        PanelBuilder builder = new PanelBuilder(List.of());
        for (int unit = 0; unit < panel.units(); unit++) {
            long cohort = panel.cohort(unit);
            String name = panel.name(unit);
            for (int t = 0; t < panel.periods(); t++) {
                if (panel.isObserved(unit, t) && panel.time(t) < cohort) {
                    builder.add(
                            name,
                            clusters.getOrDefault(name, name),
                            panel.time(t),
                            cohort == Panel.NEVER ? Panel.NEVER : cohort - back,
                            panel.outcome(unit, t),
                            List.of());
                }
            }
        }
        return builder.build();
    }

    /** Teams whose persons were not all trained in the same period. */
    public int inSeveralWaves(Map<String, String> teams) {
        Map<String, TreeMap<Long, Integer>> waves = new HashMap<>();
        for (int unit = 0; unit < panel.units(); unit++) {
            String team = teams.get(panel.name(unit));
            if (team != null && panel.cohort(unit) != Panel.NEVER) {
                waves.computeIfAbsent(team, any -> new TreeMap<>()).merge(panel.cohort(unit), 1, Integer::sum);
            }
        }
        return (int) waves.values().stream().filter(wave -> wave.size() > 1).count();
    }
}
