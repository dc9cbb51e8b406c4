/** Deal model and quarter outlook: what is booked, what is open, and what is not yet created. */
@NullMarked
package org.kvartal.forecast.pipeline;

import org.jspecify.annotations.NullMarked;
