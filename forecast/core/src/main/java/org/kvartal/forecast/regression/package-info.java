/** Regressions with many weak effects: sparse rows, penalties chosen by the data, standard errors. */
@NullMarked
package org.kvartal.forecast.regression;

import org.jspecify.annotations.NullMarked;
