package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.survey.DesignEffect;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.MeanScore;
import org.kvartal.forecast.survey.NetPromoterScore;
import org.kvartal.forecast.survey.Share;

/**
 * Rows of a table of answers to one question.
 *
 * @param top lowest answer that counts as satisfied
 * @param seed of the bootstrap of few answers
 */
record SurveyRows(String question, SurveyScale scale, int top, long seed, List<List<String>> rows) {
    static final OutputColumns COLUMNS = OutputColumns.NONE
            .text("question", "group", "compared_with", "measure", "method")
            .numbers("estimate", "lo95", "hi95")
            .counts("n")
            .numbers("design_effect")
            .text("note");

    private static final double LEVEL = 0.95;
    private static final int ENOUGH_TO_SHOW_NPS = 30;
    private static final int ENOUGH_TO_RANK = 100;
    private static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    SurveyRows(String question, SurveyScale scale, int top, long seed) {
        this(question, scale, top, seed, new ArrayList<>());
    }

    /** Whose row it is. */
    private record Place(String group, String comparedWith, String measure) {}

    void addHidden(String group, long minimum) {
        String note =
                "hidden: fewer than %d persons answered, or the group could be had by subtraction".formatted(minimum);
        add(new Place(group, "", "hidden"), "", NONE, "", 1, note);
    }

    void addGroup(String name, SurveyGroup group) {
        add(
                new Place(name, "", "non-response-rate"),
                "wilson",
                group.silent().wilson(LEVEL),
                Integer.toString(group.askedCount()),
                1,
                "n counts those asked");
        switch (scale) {
            case NPS -> addPromoters(name, group);
            case RATING -> {
                addMean(name, group);
                addShare(name, "top-box", group);
            }
            case YES_NO -> addShare(name, "share", group);
        }
    }

    private double kind(double answer) {
        return isOfTheKind(answer) ? 1 : 0;
    }

    private boolean isOfTheKind(double answer) {
        return answer >= (scale == SurveyScale.RATING ? top : 1);
    }

    private void addShare(String name, String measure, SurveyGroup group) {
        double effect = group.designEffect(this::kind).value();
        Share share = group.share(this::isOfTheKind).worth(effect);
        Place place = new Place(name, "", measure);
        String note = measure.equals("top-box") ? "answers from %d".formatted(top) : "";
        add(place, "wilson", share.wilson(LEVEL), count(group), effect, note);
        add(place, "clopper-pearson", share.clopperPearson(LEVEL), count(group), effect, note);
    }

    private void addMean(String name, SurveyGroup group) {
        DesignEffect effect = group.designEffect(answer -> answer);
        MeanScore mean = group.mean();
        boolean isStudents = group.isClustered() || group.answeredCount() >= MeanScore.ENOUGH_FOR_T;
        Estimate interval = group.isClustered() ? mean.interval(LEVEL, effect) : mean.interval(LEVEL, seed);
        String note = Double.isNaN(interval.low()) ? "no interval: too few answers, or all are alike" : "";
        add(
                new Place(name, "", "mean"),
                isStudents ? "t" : "bca-bootstrap",
                interval,
                count(group),
                effect.value(),
                note);
    }

    private void addPromoters(String name, SurveyGroup group) {
        Place place = new Place(name, "", "nps");
        if (group.answeredCount() < ENOUGH_TO_SHOW_NPS) {
            String reason =
                    "not shown: %d answers; %d would be enough".formatted(group.answeredCount(), ENOUGH_TO_SHOW_NPS);
            add(place, "adjusted-wald", NONE, count(group), 1, reason);
            return;
        }
        double effect = group.designEffect(NetPromoterScore::sign).value();
        NetPromoterScore score = group.promoters().worth(effect);
        String note = group.answeredCount() < ENOUGH_TO_RANK
                ? "not to be ranked: %d answers would be enough".formatted(ENOUGH_TO_RANK)
                : "";
        add(place, "adjusted-wald", score.adjusted(LEVEL), count(group), effect, note);
        add(place, "wald", score.plain(LEVEL), count(group), effect, note);
    }

    /** A group less another. */
    void addDifference(String name, SurveyGroup group, String otherName, SurveyGroup other) {
        String n = Integer.toString(group.answeredCount() + other.answeredCount());
        switch (scale) {
            case NPS -> {
                if (Math.min(group.answeredCount(), other.answeredCount()) >= ENOUGH_TO_SHOW_NPS) {
                    Estimate difference = worth(group).less(worth(other), LEVEL);
                    add(new Place(name, otherName, "nps"), "adjusted-wald", difference, n, 1, "");
                }
            }
            case RATING -> {
                double mine = group.designEffect(answer -> answer).value();
                double its = other.designEffect(answer -> answer).value();
                Estimate difference = group.mean().less(other.mean(), LEVEL, mine, its);
                add(new Place(name, otherName, "mean"), "welch", difference, n, Math.max(mine, its), "");
                addDifferenceOfShares(new Place(name, otherName, "top-box"), group, other, n);
            }
            case YES_NO -> addDifferenceOfShares(new Place(name, otherName, "share"), group, other, n);
        }
    }

    private static NetPromoterScore worth(SurveyGroup group) {
        return group.promoters()
                .worth(group.designEffect(NetPromoterScore::sign).value());
    }

    private void addDifferenceOfShares(Place place, SurveyGroup group, SurveyGroup other, String n) {
        double mine = group.designEffect(this::kind).value();
        double its = other.designEffect(this::kind).value();
        Share share = group.share(this::isOfTheKind).worth(mine);
        Estimate difference = share.less(other.share(this::isOfTheKind).worth(its), LEVEL);
        add(place, "newcombe", difference, n, Math.max(mine, its), "");
    }

    private static String count(SurveyGroup group) {
        return Integer.toString(group.answeredCount());
    }

    private void add(Place place, String method, Estimate estimate, String n, double designEffect, String note) {
        rows.add(List.of(
                question,
                place.group(),
                place.comparedWith(),
                place.measure(),
                method,
                Numerals.twelveDigits(estimate.value()),
                Numerals.twelveDigits(estimate.low()),
                Numerals.twelveDigits(estimate.high()),
                n,
                n.isEmpty() ? "" : Numerals.twelveDigits(designEffect),
                note));
    }
}
