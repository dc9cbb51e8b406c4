/** Trend, season and remainder of a series, and the test whether it has a season. */
@NullMarked
package org.kvartal.forecast.timeseries.decomposition;

import org.jspecify.annotations.NullMarked;
