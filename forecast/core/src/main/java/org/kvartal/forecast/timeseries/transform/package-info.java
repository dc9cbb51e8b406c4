/** Scales on which a series varies evenly, and forecasts made on them. */
@NullMarked
package org.kvartal.forecast.timeseries.transform;

import org.jspecify.annotations.NullMarked;
