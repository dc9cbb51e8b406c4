/** How long things last when some have not ended yet: curves of survival, competing ends, comparison of groups. */
@NullMarked
package org.kvartal.forecast.survival;

import org.jspecify.annotations.NullMarked;
