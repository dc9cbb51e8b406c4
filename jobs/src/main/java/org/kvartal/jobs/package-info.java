/** When things happen: the nightly job, its configuration and the command line. */
@NullMarked
package org.kvartal.jobs;

import org.jspecify.annotations.NullMarked;
