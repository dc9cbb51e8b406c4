/** Can the numbers be trusted? Where every row that was read has gone. */
@NullMarked
package org.kvartal.reports.section.dataquality;

import org.jspecify.annotations.NullMarked;
