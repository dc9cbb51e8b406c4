/** Complex exponential smoothing. */
@NullMarked
package org.kvartal.forecast.timeseries.ces;

import org.jspecify.annotations.NullMarked;
