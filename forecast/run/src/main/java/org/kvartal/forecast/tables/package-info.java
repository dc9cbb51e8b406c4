/** The tables that this module writes. */
@NullMarked
package org.kvartal.forecast.tables;

import org.jspecify.annotations.NullMarked;
