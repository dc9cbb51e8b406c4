/** Rates of many groups, some of them small: whether they differ at all, and what each is when chance is allowed for. */
@NullMarked
package org.kvartal.forecast.rate;

import org.jspecify.annotations.NullMarked;
