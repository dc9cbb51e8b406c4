package org.kvartal.forecast.training;

import java.util.Map;
import java.util.TreeMap;
import org.kvartal.forecast.anomaly.FalseDiscovery;

/**
 * What may be said of the outcomes of one course. Several are looked at, so that one of them may be beyond chance by chance:
 * probabilities are adjusted after Benjamini and Hochberg.
 */
public final class TrainingVerdicts {
    private static final double SIGNIFICANCE = 0.05;

    /** The answer to one outcome. */
    public enum Verdict {
        FELL("fell"),
        ROSE("rose"),
        NO_EVIDENCE("no evidence"),
        NOT_MEASURABLE("not measurable");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** As tables name it. */
        public String label() {
            return label;
        }
    }

    private final Map<TrainingOutcome, TrainingMeasurement> measurements;
    private final Map<TrainingOutcome, Double> adjusted = new TreeMap<>();

    public TrainingVerdicts(Map<TrainingOutcome, TrainingMeasurement> measurements) {
        this.measurements = new TreeMap<>(measurements);
        TrainingOutcome[] measured = this.measurements.keySet().stream()
                .filter(outcome -> measurements.get(outcome).isMeasurable())
                .toArray(TrainingOutcome[]::new);
        double[] p = new double[measured.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = measurements.get(measured[i]).p();
        }
        double[] corrected = FalseDiscovery.benjaminiHochberg(p);
        for (int i = 0; i < p.length; i++) {
            adjusted.put(measured[i], corrected[i]);
        }
    }

    /** What was measured, by outcome. */
    public Map<TrainingOutcome, TrainingMeasurement> measurements() {
        return measurements;
    }

    /** Probability of an effect as far from 0 by chance, given that many were looked at; not a number without one. */
    public double adjustedP(TrainingOutcome outcome) {
        return adjusted.getOrDefault(outcome, Double.NaN);
    }

    public Verdict of(TrainingOutcome outcome) {
        Double p = adjusted.get(outcome);
        if (p == null) {
            return Verdict.NOT_MEASURABLE;
        }
        if (p >= SIGNIFICANCE) {
            return Verdict.NO_EVIDENCE;
        }
        return measurements.get(outcome).headline().orElseThrow().estimate() < 0 ? Verdict.FELL : Verdict.ROSE;
    }
}
