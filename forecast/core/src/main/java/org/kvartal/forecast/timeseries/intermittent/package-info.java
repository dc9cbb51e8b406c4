/** Series that are mostly zero: spare parts, rare orders. */
@NullMarked
package org.kvartal.forecast.timeseries.intermittent;

import org.jspecify.annotations.NullMarked;
