/** Intervals of any method from its own past errors. */
@NullMarked
package org.kvartal.forecast.timeseries.conformal;

import org.jspecify.annotations.NullMarked;
