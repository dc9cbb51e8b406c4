/** What trainings changed, who has been trained by whom, and who is due: from enrolments, requests and use. */
@NullMarked
package org.kvartal.forecast.training;

import org.jspecify.annotations.NullMarked;
