/** How good forecasts are: error measures, rolling origins, comparison of methods. */
@NullMarked
package org.kvartal.forecast.timeseries.accuracy;

import org.jspecify.annotations.NullMarked;
