/** Autoregressive integrated moving average models, with seasons. */
@NullMarked
package org.kvartal.forecast.timeseries.arima;

import org.jspecify.annotations.NullMarked;
