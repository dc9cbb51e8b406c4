/** Sales pipelines with known truth: simulated worlds, what their CRM shows, and what is true of them. */
@NullMarked
package org.kvartal.forecast.pipeline.simulation;

import org.jspecify.annotations.NullMarked;
