package org.kvartal.forecast.survival;

/**
 * What one time at which something ended brings into proportional hazards. With d that end together, r = 0..d - 1 of them are
 * taken to have ended before (Efron): W_r is then the weight at risk, m_r the mean of the covariates, V_r their covariance.
 */
final class RiskStep {
    private final double time;
    private final double[] surprise;
    private final double[] means;
    private final double[][] covariance;
    private final double[] ofMeans;
    private final double[] ofTiedMeans;
    private double hazard;
    private double tiedHazard;
    private long ended;

    RiskStep(double time, int covariates) {
        this.time = time;
        this.surprise = new double[covariates];
        this.means = new double[covariates];
        this.covariance = new double[covariates][covariates];
        this.ofMeans = new double[covariates];
        this.ofTiedMeans = new double[covariates];
    }

    /** @param share r / d */
    void add(double weight, double share, double[] mean, double[][] variance) {
        ended++;
        hazard += 1 / weight;
        tiedHazard += share / weight;
        for (int j = 0; j < mean.length; j++) {
            means[j] += mean[j];
            surprise[j] -= mean[j];
            ofMeans[j] += mean[j] / weight;
            ofTiedMeans[j] += share * mean[j] / weight;
            for (int k = 0; k <= j; k++) {
                covariance[j][k] += variance[j][k];
                covariance[k][j] = covariance[j][k];
            }
        }
    }

    void surprise(double[] row, Observation one) {
        for (int k = 0; k < surprise.length && !one.isCensored(); k++) {
            surprise[k] += one.count() * row[k];
        }
    }

    double time() {
        return time;
    }

    /** Covariates of those who ended, less what was expected of them (Schoenfeld's residual, summed). */
    double[] surprise() {
        return surprise;
    }

    /** Sum of V_r. */
    double[][] covariance() {
        return covariance;
    }

    /** Mean of m_r. */
    double mean(int covariate) {
        return means[covariate] / ended;
    }

    /** Sum of 1 / W_r. */
    double hazard() {
        return hazard;
    }

    /** Sum of m_r / W_r. */
    double hazardOfMean(int covariate) {
        return ofMeans[covariate];
    }

    /** Sum of r / d / W_r: the part of the hazard that those who end here are spared. */
    double tiedHazard() {
        return tiedHazard;
    }

    double tiedHazardOfMean(int covariate) {
        return ofTiedMeans[covariate];
    }
}
