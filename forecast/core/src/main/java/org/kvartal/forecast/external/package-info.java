/** Forecasts of others: bridged to the own quantity, scored by vintage, and combined as far as evidence supports. */
@NullMarked
package org.kvartal.forecast.external;

import org.jspecify.annotations.NullMarked;
