package org.kvartal.forecast.effect;

import java.util.List;
import org.kvartal.forecast.effect.inference.Interval;
import org.kvartal.forecast.effect.inference.SimultaneousBand;

/**
 * Effects by time since the treatment, with the band that holds for all of them at once.
 * <pre>
 *   band = estimate -+ critical / 1.96 * half width of the interval       critical: see {@link SimultaneousBand}
 * </pre>
 * An effect before the treatment is the change over one period, one after it that since the last period before.
 */
public record EventStudy(List<Point> points) {
    private static final int REPETITIONS = 999;

    public EventStudy {
        points = List.copyOf(points);
    }

    /**
     * An effect.
     *
     * @param band ends that hold together with those of all other event times; not numbers where there is no error
     * @param clusters treated ones that it rests on
     */
    public record Point(Effect effect, Interval band, int clusters) {}

    /** In the order of event times; none where nothing was treated in time. */
    public static EventStudy of(GroupTimeEffects effects, long seed) {
        List<Aggregate> events = effects.events();
        if (events.isEmpty()) {
            return new EventStudy(List.of());
        }
        double widening = SimultaneousBand.criticalValue(
                        events.stream().map(Aggregate::byCluster).toArray(double[][]::new), REPETITIONS, seed)
                / SimultaneousBand.ONE_ESTIMATE;
        return new EventStudy(
                events.stream().map(event -> point(event, widening)).toList());
    }

    private static Point point(Aggregate event, double widening) {
        Effect effect = Effect.of(event.key(), event.effect(), event.sampling(), event.observations());
        double estimate = effect.estimate();
        Interval band = new Interval(
                estimate - widening * (estimate - effect.interval().low()),
                estimate + widening * (effect.interval().high() - estimate));
        return new Point(effect, band, event.support().treated());
    }
}
