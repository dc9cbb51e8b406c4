/** Outliers, gaps and level shifts of a series: found, declared, and taken out where asked. */
@NullMarked
package org.kvartal.forecast.timeseries.cleaning;

import org.jspecify.annotations.NullMarked;
