/** Exponential smoothing as state-space models with error, trend and season (ETS). */
@NullMarked
package org.kvartal.forecast.timeseries.ets;

import org.jspecify.annotations.NullMarked;
