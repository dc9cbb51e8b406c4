/** Least squares for fits of a few parameters, without allocation while they run. */
@NullMarked
package org.kvartal.forecast.timeseries.optimise;

import org.jspecify.annotations.NullMarked;
