/** Hierarchies of series: nested and crossed groups, and forecasts that add up across them. */
@NullMarked
package org.kvartal.forecast.timeseries.hierarchy;

import org.jspecify.annotations.NullMarked;
