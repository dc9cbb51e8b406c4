package org.kvartal.forecast.timeseries.ets;

/**
 * Smoothing parameters in the state-space form.
 *
 * @param alpha share of the error taken into the level, from 0 to 1
 * @param beta share of the error taken into the trend, from 0 to alpha; 0 without trend
 * @param gamma share of the error taken into the season, from 0 to 1 - alpha; 0 without season
 * @param phi damping of the trend for each step, from 0.8 to 0.98; 1 without damping
 */
public record EtsParameters(double alpha, double beta, double gamma, double phi) {}
