/** Customers who come back: how many are still there, how often they will buy, and for how much. */
@NullMarked
package org.kvartal.forecast.customer;

import org.jspecify.annotations.NullMarked;
