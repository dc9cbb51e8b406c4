/** Whether the forecast can be trusted: how past forecasts did, beside simple ones and those of others. */
@NullMarked
package org.kvartal.reports.section.honesty;

import org.jspecify.annotations.NullMarked;
