/** Many series: forecast on all cores, few at a time, in their order; each gets numbers. */
@NullMarked
package org.kvartal.forecast.timeseries.batch;

import org.jspecify.annotations.NullMarked;
