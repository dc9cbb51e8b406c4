/** The default forecast: several methods, weighted by what the series looks like. */
@NullMarked
package org.kvartal.forecast.timeseries.combination;

import org.jspecify.annotations.NullMarked;
