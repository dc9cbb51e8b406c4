/** Long, several and broken seasons as sums of waves. */
@NullMarked
package org.kvartal.forecast.timeseries.fourier;

import org.jspecify.annotations.NullMarked;
