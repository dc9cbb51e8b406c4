/** Prices compared: indices over time, elasticities, the price of a deal and its chance, alternative products. */
@NullMarked
package org.kvartal.forecast.price;

import org.jspecify.annotations.NullMarked;
