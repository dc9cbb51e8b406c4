/** Runs the methods on the lake: clean tables → method → table. {@code Forecasts} is the one class that jobs call. */
@NullMarked
package org.kvartal.forecast.run;

import org.jspecify.annotations.NullMarked;
