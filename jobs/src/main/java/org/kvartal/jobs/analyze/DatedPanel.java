package org.kvartal.jobs.analyze;

import org.kvartal.forecast.effect.Panel;

/**
 * A panel as read from a file.
 *
 * @param incomplete rows without an outcome or a covariate
 */
record DatedPanel(Panel panel, PeriodScale scale, long incomplete) {}
