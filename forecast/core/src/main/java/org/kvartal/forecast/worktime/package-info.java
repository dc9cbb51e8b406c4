/** Time that counts: working hours of teams by calendar and time zone, without holidays and pauses. */
@NullMarked
package org.kvartal.forecast.worktime;

import org.jspecify.annotations.NullMarked;
