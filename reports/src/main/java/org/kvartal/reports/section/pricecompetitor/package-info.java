/** Are we priced right, and against whom do we win? */
@NullMarked
package org.kvartal.reports.section.pricecompetitor;

import org.jspecify.annotations.NullMarked;
