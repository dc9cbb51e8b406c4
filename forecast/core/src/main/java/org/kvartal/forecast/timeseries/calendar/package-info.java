/** Regressors that follow from the dates of a series. */
@NullMarked
package org.kvartal.forecast.timeseries.calendar;

import org.jspecify.annotations.NullMarked;
