/** Errors of estimates from the contributions of clusters, also of few clusters; tests and their power. */
@NullMarked
package org.kvartal.forecast.effect.inference;

import org.jspecify.annotations.NullMarked;
