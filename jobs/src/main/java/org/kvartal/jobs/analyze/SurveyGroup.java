package org.kvartal.jobs.analyze;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.kvartal.forecast.survey.DesignEffect;
import org.kvartal.forecast.survey.MeanScore;
import org.kvartal.forecast.survey.NetPromoterScore;
import org.kvartal.forecast.survey.Share;

/** Everyone of a group who was asked a question, and those who answered. */
final class SurveyGroup {
    private final List<SurveyFile.Asked> asked;
    private final List<SurveyFile.Asked> answered;
    private final String question;
    private final boolean isClustered;

    /** @param cluster name of the column of clusters; empty when answers are independent */
    SurveyGroup(List<SurveyFile.Asked> asked, String question, String cluster) {
        this.asked = asked;
        this.answered = asked.stream()
                .filter(one -> one.answers().containsKey(question))
                .toList();
        this.question = question;
        this.isClustered = !cluster.isEmpty();
    }

    int askedCount() {
        return asked.size();
    }

    int answeredCount() {
        return answered.size();
    }

    /** Different persons who answered. */
    long persons() {
        return answered.stream().map(SurveyFile.Asked::respondent).distinct().count();
    }

    Share silent() {
        return new Share(asked.size() - answered.size(), asked.size());
    }

    private double[] values() {
        return answered.stream()
                .mapToDouble(one -> one.answers().getOrDefault(question, Double.NaN))
                .toArray();
    }

    MeanScore mean() {
        return new MeanScore(values());
    }

    Share share(DoublePredicate isOfTheKind) {
        double[] values = values();
        return new Share(Arrays.stream(values).filter(isOfTheKind).count(), values.length);
    }

    NetPromoterScore promoters() {
        double[] signs =
                Arrays.stream(values()).map(NetPromoterScore::sign).sorted().toArray();
        double promoters = Arrays.stream(signs).filter(sign -> sign > 0).count();
        double detractors = Arrays.stream(signs).filter(sign -> sign < 0).count();
        return new NetPromoterScore(promoters, signs.length - promoters - detractors, detractors);
    }

    /** @param measured what is averaged of an answer */
    DesignEffect designEffect(DoubleUnaryOperator measured) {
        if (!isClustered) {
            return new DesignEffect(answered.size(), Double.NaN, 1);
        }
        Map<String, List<SurveyFile.Asked>> clusters = answered.stream()
                .collect(Collectors.groupingBy(SurveyFile.Asked::cluster, LinkedHashMap::new, Collectors.toList()));
        return DesignEffect.of(clusters.values().stream()
                .map(members -> members.stream()
                        .mapToDouble(one -> measured.applyAsDouble(one.answers().getOrDefault(question, Double.NaN)))
                        .toArray())
                .toList());
    }

    boolean isClustered() {
        return isClustered;
    }
}
