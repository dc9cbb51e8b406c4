/** Running a night: one writer, restart after any failure, steps, the run record. */
@NullMarked
package org.kvartal.jobs.run;

import org.jspecify.annotations.NullMarked;
