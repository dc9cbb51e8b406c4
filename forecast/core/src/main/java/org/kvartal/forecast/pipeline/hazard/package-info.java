/** The deal model: hazards of being won and lost by everything known of a deal, and of deals not yet created. */
@NullMarked
package org.kvartal.forecast.pipeline.hazard;

import org.jspecify.annotations.NullMarked;
