/** The published datasets: through SQL as Tablesaw tables, single rows and facts. */
@NullMarked
package org.kvartal.reports.data;

import org.jspecify.annotations.NullMarked;
