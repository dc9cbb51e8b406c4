package org.kvartal.forecast.pipeline;

import java.util.Arrays;
import java.util.List;

/** The model for few closed deals: hazards by age, and the number of quick wins in past windows. */
final class AgeModel {
    private AgeModel() {}

    static PipelineModel fit(DealHistory history, BookingPeriod period, EvidenceLevel evidence) {
        int days = period.daysAfter(history.asOf());
        DealModel hazard = evidence.fit(history);
        List<DealForecast> forecasts = history.open().stream()
                .map(deal -> hazard.forecast(deal, period.lastDay()))
                .toList();
        QuarterShock shock = QuarterShock.estimate(history, days, evidence::fit);
        double[] scores = QuarterShock.scores();
        NewBusiness newBusiness = NewBusiness.estimate(history, days);
        return new PipelineModel(
                forecasts,
                forecasts.stream()
                        .map(forecast -> shock.probabilities(forecast.winInPeriod(), scores))
                        .toList(),
                newWins(newBusiness, scores),
                0,
                newBusiness.amount(),
                shock.standardDeviation(),
                shock.periods(),
                List.of());
    }

    /** Scaled so that the mean over the scores stays. */
    private static double[] newWins(NewBusiness newBusiness, double[] scores) {
        double[] rates = Arrays.stream(scores).map(newBusiness::rate).toArray();
        double sum = Math.max(Double.MIN_NORMAL, Arrays.stream(rates).sum());
        return Arrays.stream(rates)
                .map(rate -> rate * newBusiness.rate() * scores.length / sum)
                .toArray();
    }
}
