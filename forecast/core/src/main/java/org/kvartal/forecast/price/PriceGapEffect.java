package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.kvartal.forecast.regression.LinearFit;
import org.kvartal.forecast.regression.LinearModel;
import org.kvartal.forecast.regression.LogisticFit;
import org.kvartal.forecast.regression.LogisticRegression;
import org.kvartal.forecast.regression.NotEstimable;

/**
 * What a higher price costs in chances to win.
 *
 * <pre>
 *   P(won) = L(b0 + bg gap + bc controls [+ bv v])             L(z) = 1 / (1 + e^-z)
 *   v: residual of the gap by its instruments and the controls (two-stage residual inclusion)
 *   average marginal effect = mean over deals of bg P (1 - P)   change of the chance per unit of the gap
 *   curve(g)                = mean over deals of P with gap = g, all else as it was
 * </pre>
 *
 * Without an instrument it is an association: discounts go to deals that are weak, and make a high price look harmless. Errors
 * take in both stages and the deals at hand (influence functions of the two systems of equations). Sources: Terza, Basu and
 * Rathouz (2008), Journal of Health Economics 27 (residual inclusion); Petrin and Train (2010), Journal of Marketing Research
 * 47 (prices); Newey and McFadden (1994), Handbook of Econometrics 4, section 6 (errors of two stages).
 */
public final class PriceGapEffect {
    private static final int FEWEST = 30;
    private static final int FEWEST_A_COLUMN = 10;
    private static final int POINTS = 11;
    private static final double LOW = 5;
    private static final double HIGH = 95;
    private static final double NORMAL = 1.959963984540054;
    private static final double WEAK = 10;

    private final ClosedDeals deals;
    private final String method;
    private final List<PriceEstimate> estimates = new ArrayList<>();

    private PriceGapEffect(ClosedDeals deals, String method) {
        this.deals = deals;
        this.method = method;
    }

    /** The association, and with instruments the effect beside it. */
    public static List<PriceEstimate> of(ClosedDeals deals) {
        List<PriceEstimate> all = new ArrayList<>(new PriceGapEffect(deals, "association").association());
        if (deals.hasInstruments()) {
            all.addAll(new PriceGapEffect(deals, "control-function").controlFunction());
        }
        return all;
    }

    private List<PriceEstimate> association() {
        return curve(regressors(), new double[0][], new double[0], "association: discounts may go to weak deals");
    }

    private List<double[]> regressors() {
        List<double[]> columns = new ArrayList<>(List.of(deals.gaps()));
        IntStream.range(0, deals.controlNames().size()).mapToObj(deals::control).forEach(columns::add);
        return columns;
    }

    private List<PriceEstimate> controlFunction() {
        List<double[]> first = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("constant"));
        LinearModel model = LinearModel.of(deals.gaps(), 0).column("constant", ones());
        for (int k = 0; k < deals.instrumentNames().size(); k++) {
            first.add(deals.instrument(k));
            names.add("instrument " + k);
            model.column(names.get(names.size() - 1), deals.instrument(k));
        }
        for (int k = 0; k < deals.controlNames().size(); k++) {
            first.add(deals.control(k));
            names.add("control " + k);
            model.column(names.get(names.size() - 1), deals.control(k));
        }
        try {
            LinearFit fit = model.ordinary(names);
            List<String> instruments =
                    names.subList(1, 1 + deals.instrumentNames().size());
            double strength = WaldTest.of(fit, instruments) / instruments.size();
            String warning = strength < WEAK ? "weak instruments: do not rely on it" : "";
            List<double[]> second = regressors();
            second.add(fit.residuals());
            curve(second, ClosedDeals.table(first, deals.size()), fit.residuals(), warning);
            add("first_stage_F", strength, Double.NaN, "F of the instruments in the first stage");
            return estimates;
        } catch (NotEstimable e) {
            refuse(e.getMessage());
            return estimates;
        }
    }

    private double[] ones() {
        double[] ones = new double[deals.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void add(String term, double value, double error, String note) {
        estimates.add(PriceEstimate.of(method, term, value, error, NORMAL * error, deals.size(), note));
    }

    private void refuse(String reason) {
        estimates.add(PriceEstimate.none(method, "average_marginal_effect", deals.size(), reason));
    }

    /**
     * @param z rows of the first stage, none without one
     * @param v residuals of the first stage, the last of the columns
     */
    private List<PriceEstimate> curve(List<double[]> columns, double[][] z, double[] v, String note) {
        double[][] x = ClosedDeals.table(columns, deals.size());
        int needed = Math.max(FEWEST, FEWEST_A_COLUMN * columns.size());
        int fewer = Math.min(deals.won(), deals.size() - deals.won());
        if (fewer < needed) {
            refuse("Cannot estimate: %d won and %d lost deals; at least %d of each are needed"
                    .formatted(deals.won(), deals.size() - deals.won(), needed));
            return estimates;
        }
        List<String> names =
                IntStream.range(0, columns.size()).mapToObj(this::name).toList();
        LogisticFit fit = LogisticRegression.fit(names, ClosedDeals.withoutConstant(x), deals.outcomes());
        if (fit instanceof LogisticFit.Estimated found) {
            describe(new TwoStageLogit(found, x, deals.outcomes(), z, v), note);
        } else if (fit instanceof LogisticFit.Refused refused) {
            refuse(refused.reason());
        }
        return estimates;
    }

    private String name(int column) {
        return column == 0
                ? "gap"
                : column <= deals.controlNames().size() ? deals.controlNames().get(column - 1) : "residual";
    }

    private void describe(TwoStageLogit logit, String note) {
        TwoStageLogit.Mean effect = logit.averageMarginalEffect();
        add("average_marginal_effect", effect.value(), effect.standardError(), note);
        TwoStageLogit.Mean odds = logit.coefficient(1);
        add("log_odds", odds.value(), odds.standardError(), note);
        if (logit.hasFirstStage()) {
            TwoStageLogit.Mean residual = logit.coefficient(logit.width() - 1);
            add(
                    "endogeneity_z",
                    residual.value() / residual.standardError(),
                    Double.NaN,
                    "coefficient of the first stage's residual by its error; beyond 2 the association misleads");
        }
        addCurve(logit, note);
    }

    /** The band is symmetric in log odds, so that it stays within 0 and 1. */
    private void addCurve(TwoStageLogit logit, String note) {
        Percentile gaps = new Percentile();
        gaps.setData(deals.gaps());
        double low = gaps.evaluate(LOW);
        double high = gaps.evaluate(HIGH);
        for (int i = 0; i < POINTS; i++) {
            double gap = low + (high - low) * i / (POINTS - 1);
            TwoStageLogit.Mean chance = logit.chanceAt(gap);
            double odd = chance.value() * (1 - chance.value());
            double logOdds = Math.log(chance.value() / (1 - chance.value()));
            double margin = NORMAL * chance.standardError() / odd;
            estimates.add(new PriceEstimate(
                    method,
                    "curve",
                    gap,
                    chance.value(),
                    chance.standardError(),
                    1 / (1 + Math.exp(margin - logOdds)),
                    1 / (1 + Math.exp(-margin - logOdds)),
                    deals.size(),
                    note));
        }
    }
}
