/** Who watches a run: history, metrics, lineage, log. */
@NullMarked
package org.kvartal.jobs.watch;

import org.jspecify.annotations.NullMarked;
