/** Regressors known ahead, such as prices and promotions, under any method of forecasting. */
@NullMarked
package org.kvartal.forecast.timeseries.regression;

import org.jspecify.annotations.NullMarked;
