/** Retention: what nights have left and nobody needs any more. */
@NullMarked
package org.kvartal.jobs.clean;

import org.jspecify.annotations.NullMarked;
