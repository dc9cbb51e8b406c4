/** The Theta method and its optimised and dynamic forms. */
@NullMarked
package org.kvartal.forecast.timeseries.theta;

import org.jspecify.annotations.NullMarked;
