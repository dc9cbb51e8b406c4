/** Which products of two lists are the same or alternatives to each other, by names, sizes, attributes and price bands. */
@NullMarked
package org.kvartal.forecast.match;

import org.jspecify.annotations.NullMarked;
