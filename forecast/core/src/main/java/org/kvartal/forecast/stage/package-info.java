/** The stages that a deal goes through: their order, and whether deals keep to it. */
@NullMarked
package org.kvartal.forecast.stage;

import org.jspecify.annotations.NullMarked;
