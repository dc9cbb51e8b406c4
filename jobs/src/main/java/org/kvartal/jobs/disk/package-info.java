/** How much room things take on a disk. */
@NullMarked
package org.kvartal.jobs.disk;

import org.jspecify.annotations.NullMarked;
