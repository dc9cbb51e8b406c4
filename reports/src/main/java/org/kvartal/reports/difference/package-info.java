/** What has changed from one release of the datasets to another: tables, columns, rows and sums. */
@NullMarked
package org.kvartal.reports.difference;

import org.jspecify.annotations.NullMarked;
