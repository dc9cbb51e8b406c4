/** Sample paths: whole futures of a series, so that sums and other figures over several steps have honest ranges. */
@NullMarked
package org.kvartal.forecast.timeseries.path;

import org.jspecify.annotations.NullMarked;
