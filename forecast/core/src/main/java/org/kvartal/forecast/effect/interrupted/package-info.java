/** Effects on a single series that is interrupted once, where nobody is left to compare with. */
@NullMarked
package org.kvartal.forecast.effect.interrupted;

import org.jspecify.annotations.NullMarked;
