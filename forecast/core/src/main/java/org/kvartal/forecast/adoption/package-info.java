/** Whether people use the system they were given: who works with it, when use falls, and for whom it has stopped. */
@NullMarked
package org.kvartal.forecast.adoption;

import org.jspecify.annotations.NullMarked;
