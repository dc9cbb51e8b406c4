package org.kvartal.forecast.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvartal.forecast.stage.StageModel;
import org.kvartal.forecast.survival.AalenJohansen;
import org.kvartal.forecast.survival.IntervalScale;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.QuantileTime;

/**
 * The stays of deals in one stage, and the rows of {@code forecast.stage_velocity} that they make.
 *
 * @param lengths stays of the same length and end, counted
 */
record StageStays(String stage, List<Length> lengths) {
    private static final double LEVEL = 0.95;
    private static final int FEWEST_FOR_LIMITS = 20;
    private static final List<String> EXITS = List.of("any", "onward", "advance", "back", "won", "lost");
    private static final Comparator<StageStays> BY_NAME = Comparator.comparing(StageStays::stage);

    /**
     * Stays alike.
     *
     * @param exit advance, back, won or lost; open while it goes on
     */
    record Length(double days, String exit, long count) {
        /** As one way of leaving is looked at, all others compete; while it goes on it is censored. */
        private Observation seen(String looked) {
            boolean isLooked =
                    looked.equals("any") || looked.equals(exit) || looked.equals("onward") && !exit.equals("lost");
            Observation one = exit.equals("open")
                    ? Observation.censored(days)
                    : Observation.ended(days, isLooked ? looked : exit);
            return one.times(count);
        }
    }

    /** In the order of the stages, those that are not in it last. */
    static Comparator<StageStays> inOrderOf(StageModel model) {
        return Comparator.comparingInt(
                        (StageStays stays) -> Math.floorMod(model.position(stays.stage()), Integer.MAX_VALUE))
                .thenComparing(BY_NAME);
    }

    List<Object[]> rows() {
        return EXITS.stream().flatMap(exit -> row(exit).stream()).toList();
    }

    /** Empty for a way in which no stay ended, other than any. */
    private Optional<Object[]> row(String exit) {
        List<Observation> seen =
                lengths.stream().map(length -> length.seen(exit)).toList();
        AalenJohansen curve = AalenJohansen.of(seen, exit);
        if (curve.ended() == 0 && !exit.equals("any")) {
            return Optional.empty();
        }
        QuantileTime median = exit.equals("any")
                ? KaplanMeier.of(seen).quantile(0.5, LEVEL, IntervalScale.LOG_LOG)
                : curve.quantile(0.5, LEVEL);
        boolean enough = curve.ended() >= FEWEST_FOR_LIMITS;
        return Optional.of(new Object[] {
            stage,
            exit,
            curve.subjects(),
            curve.ended(),
            lengths.stream()
                    .filter(length -> length.exit().equals("open"))
                    .mapToLong(Length::count)
                    .sum(),
            curve.incidence(30),
            curve.incidence(60),
            curve.incidence(90),
            curve.incidence(180),
            reached(median.time()),
            reached(median.low()),
            reached(median.high()),
            enough ? reached(curve.quantileOfEnded(0.90)) : null,
            enough ? reached(curve.quantileOfEnded(0.95)) : null
        });
    }

    private static Double reached(double days) {
        return days < QuantileTime.NOT_REACHED ? days : null;
    }
}
