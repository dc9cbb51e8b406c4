/** Effects of a treatment that units receive at different times: panels, estimators, aggregation, checks. */
@NullMarked
package org.kvartal.forecast.effect;

import org.jspecify.annotations.NullMarked;
