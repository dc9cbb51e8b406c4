/** The list of marts; their SQL stands in {@code resources/marts}. */
@NullMarked
package org.kvartal.reports.mart;

import org.jspecify.annotations.NullMarked;
