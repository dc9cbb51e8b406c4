/** Markets with known truth: prices that follow demand, promotions, and buyers whose cost of living is known. */
@NullMarked
package org.kvartal.forecast.price.simulation;

import org.jspecify.annotations.NullMarked;
