/** Time series: their forecasts, and the simple methods every other method has to beat. */
@NullMarked
package org.kvartal.forecast.timeseries;

import org.jspecify.annotations.NullMarked;
