package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.survey.DesignEffect;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.MeanScore;
import org.kvartal.forecast.survey.NetPromoterScore;
import org.kvartal.forecast.survey.Share;

/** Everyone of a group who was asked a question; several answers of one customer count as the few that they are worth. */
final class SurveyAnswers {
    static final double LEVEL = 0.95;

    private static final double HIGHEST_MARK = 5;

    private final List<Asked> asked;
    private final List<Asked> answered;

    /** @param customer the account asked, else the answer itself */
    record Asked(
            String id,
            String survey,
            String question,
            String customer,
            LocalDate on,
            @Nullable Double score) {}

    /** How a question is answered, told from all answers to it: 0 or 1, marks to 5, or how likely from 0 to 10. */
    enum Scale {
        SHARE,
        MEAN,
        NPS;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    SurveyAnswers(List<Asked> asked) {
        this.asked = asked;
        this.answered = asked.stream().filter(one -> one.score() != null).toList();
    }

    static Scale scaleOf(List<Asked> all) {
        double highest = all.stream()
                .map(Asked::score)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(HIGHEST_MARK);
        return highest > HIGHEST_MARK ? Scale.NPS : highest > 1 ? Scale.MEAN : Scale.SHARE;
    }

    long askedCount() {
        return asked.size();
    }

    long answeredCount() {
        return answered.size();
    }

    /** Different customers who answered. */
    long customers() {
        return answered.stream().map(Asked::customer).distinct().count();
    }

    /** The score with its interval; null when nobody answered. */
    @Nullable
    Estimate score(Scale scale) {
        if (answered.isEmpty()) {
            return null;
        }
        double[] values = answered.stream().mapToDouble(Asked::score).toArray();
        return switch (scale) {
            case NPS ->
                promoters(values)
                        .worth(designEffect(NetPromoterScore::sign).value())
                        .adjusted(LEVEL);
            case MEAN -> mean(values);
            case SHARE ->
                new Share(Arrays.stream(values).filter(value -> value >= 1).count(), values.length)
                        .worth(designEffect(value -> value).value())
                        .wilson(LEVEL);
        };
    }

    private Estimate mean(double[] values) {
        MeanScore mean = new MeanScore(values);
        return answered.size() >= MeanScore.ENOUGH_FOR_T
                ? mean.interval(LEVEL, designEffect(value -> value))
                : mean.interval(LEVEL, answered.size());
    }

    private static NetPromoterScore promoters(double[] values) {
        double promoters = Arrays.stream(values)
                .filter(value -> NetPromoterScore.sign(value) > 0)
                .count();
        double detractors = Arrays.stream(values)
                .filter(value -> NetPromoterScore.sign(value) < 0)
                .count();
        return new NetPromoterScore(promoters, values.length - promoters - detractors, detractors);
    }

    private DesignEffect designEffect(DoubleUnaryOperator measured) {
        Map<String, List<Asked>> customers = answered.stream()
                .collect(Collectors.groupingBy(Asked::customer, LinkedHashMap::new, Collectors.toList()));
        return DesignEffect.of(customers.values().stream()
                .map(ofOne ->
                        ofOne.stream().mapToDouble(Asked::score).map(measured).toArray())
                .toList());
    }
}
