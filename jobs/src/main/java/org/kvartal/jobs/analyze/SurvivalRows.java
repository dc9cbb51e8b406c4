package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.survival.AalenJohansen;
import org.kvartal.forecast.survival.IntervalScale;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.LogRank;
import org.kvartal.forecast.survival.Proportionality;
import org.kvartal.forecast.survival.QuantileTime;
import org.kvartal.forecast.survival.SurvivalFit;

/** Rows of a table of survival. */
final class SurvivalRows {
    static final OutputColumns COLUMNS = OutputColumns.NONE
            .text("method", "group", "end", "term")
            .numbers("time", "estimate", "se", "lo95", "hi95", "loglog_lo95", "loglog_hi95")
            .counts("n", "events")
            .numbers("p")
            .text("note");

    private static final double LEVEL = 0.95;
    private static final double Z = 1.959963984540054;
    private static final double NONE = Double.NaN;
    private static final IntervalScale.Band NO_BAND = new IntervalScale.Band(NONE, NONE);
    private static final String NOT_REACHED = "not reached: too many still go on";
    private static final String NO_UPPER_END = "the interval has no upper end";

    private final List<List<String>> rows = new ArrayList<>();

    List<List<String>> rows() {
        return rows;
    }

    /** Whose row it is, and what it rests on. */
    private record Place(String method, String group, String end, long n, long events) {}

    void curve(String group, KaplanMeier curve, double[] times, String note) {
        Place place = new Place("kaplan-meier", group, "", curve.subjects(), curve.ended());
        quantile(place, "median", curve, 0.5, note);
        quantile(place, "p90", curve, 0.9, note);
        for (double time : times) {
            add(
                    place,
                    "survival",
                    time,
                    curve.survival(time),
                    curve.standardError(time),
                    curve.interval(time, LEVEL, IntervalScale.LOG),
                    curve.interval(time, LEVEL, IntervalScale.LOG_LOG),
                    NONE,
                    "");
        }
    }

    private void quantile(Place place, String term, KaplanMeier curve, double share, String note) {
        QuantileTime log = curve.quantile(share, LEVEL, IntervalScale.LOG);
        QuantileTime logLog = curve.quantile(share, LEVEL, IntervalScale.LOG_LOG);
        String reached = log.isReached() ? log.isBounded() ? "" : NO_UPPER_END : NOT_REACHED;
        add(place, term, NONE, log.time(), NONE, band(log), band(logLog), NONE, joined(reached, note));
    }

    private static IntervalScale.Band band(QuantileTime quantile) {
        return new IntervalScale.Band(quantile.low(), quantile.high());
    }

    static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
    }

    void incidence(String group, String end, AalenJohansen curve, double[] times) {
        Place place = new Place("aalen-johansen", group, end, curve.subjects(), curve.ended());
        QuantileTime median = curve.quantile(0.5, LEVEL);
        String reached =
                median.isReached() ? median.isBounded() ? "" : NO_UPPER_END : "not reached: fewer than half end so";
        add(place, "median", NONE, median.time(), NONE, NO_BAND, band(median), NONE, reached);
        for (double time : times) {
            add(
                    place,
                    "incidence",
                    time,
                    curve.incidence(time),
                    curve.standardError(time),
                    NO_BAND,
                    curve.interval(time, LEVEL),
                    NONE,
                    "");
        }
    }

    void comparison(LogRank test, long subjects) {
        long events =
                Math.round(test.observed().values().stream().mapToDouble(d -> d).sum());
        Place all = new Place("log-rank", "", "", subjects, events);
        String degrees = "chi-square with %d degrees of freedom".formatted(test.degreesOfFreedom());
        add(all, "chi-square", NONE, test.chiSquare(), NONE, NO_BAND, NO_BAND, test.p(), degrees);
        test.expected().keySet().stream().sorted().forEach(group -> {
            long observed = Math.round(test.observed().getOrDefault(group, 0.0));
            Place place = new Place("log-rank", group, "", subjects, observed);
            add(
                    place,
                    "expected",
                    NONE,
                    test.expected().getOrDefault(group, NONE),
                    NONE,
                    NO_BAND,
                    NO_BAND,
                    NONE,
                    "ends if all groups ended equally fast");
        });
    }

    /** @param note of all parameters */
    void regression(String method, String end, SurvivalFit fit, long subjects, String note) {
        if (fit instanceof SurvivalFit.Refused refused) {
            Place place = new Place(method, "", end, subjects, 0);
            add(place, "", NONE, NONE, NONE, NO_BAND, NO_BAND, NONE, "not estimated: " + refused.reason());
            return;
        }
        SurvivalFit.Estimated found = (SurvivalFit.Estimated) fit;
        Place place = new Place(method, "", end, subjects, found.ended());
        for (int k = 0; k < found.names().size(); k++) {
            double estimate = found.coefficient(k);
            double half = Z * found.standardError(k);
            add(
                    place,
                    found.names().get(k),
                    NONE,
                    estimate,
                    found.standardError(k),
                    new IntervalScale.Band(estimate - half, estimate + half),
                    NO_BAND,
                    found.p(k),
                    note);
        }
        add(place, "log-likelihood", NONE, found.logLikelihood(), NONE, NO_BAND, NO_BAND, NONE, "");
        add(place, "aic", NONE, found.aic(), NONE, NO_BAND, NO_BAND, NONE, "");
    }

    void proportionality(String end, List<Proportionality> tests, long subjects, long ended) {
        Place place = new Place("cox-proportionality", "", end, subjects, ended);
        for (Proportionality test : tests) {
            String degrees = "chi-square with %d degrees of freedom".formatted(test.degreesOfFreedom());
            add(place, test.covariate(), NONE, test.chiSquare(), NONE, NO_BAND, NO_BAND, test.p(), degrees);
        }
    }

    private void add(
            Place place,
            String term,
            double time,
            double estimate,
            double error,
            IntervalScale.Band log,
            IntervalScale.Band logLog,
            double p,
            String note) {
        rows.add(List.of(
                place.method(),
                place.group(),
                place.end(),
                term,
                Numerals.twelveDigits(time),
                Numerals.twelveDigits(estimate),
                Numerals.twelveDigits(error),
                Numerals.twelveDigits(log.low()),
                Numerals.twelveDigits(log.high()),
                Numerals.twelveDigits(logLog.low()),
                Numerals.twelveDigits(logLog.high()),
                Long.toString(place.n()),
                Long.toString(place.events()),
                Numerals.text(p),
                note));
    }
}
