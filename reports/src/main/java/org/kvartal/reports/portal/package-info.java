/** What is published, in the browser of this machine: reports, tables, SQL. */
@NullMarked
package org.kvartal.reports.portal;

import org.jspecify.annotations.NullMarked;
