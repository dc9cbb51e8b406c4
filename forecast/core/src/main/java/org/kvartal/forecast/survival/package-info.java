/** How long things last when some have not ended yet: curves, competing ends, comparison of groups, what makes them end sooner. */
@NullMarked
package org.kvartal.forecast.survival;

import org.jspecify.annotations.NullMarked;
