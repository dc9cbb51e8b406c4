/** Did we deliver? Bookings of the quarter and of the months against plan and year before. */
@NullMarked
package org.kvartal.reports.section.result;

import org.jspecify.annotations.NullMarked;
