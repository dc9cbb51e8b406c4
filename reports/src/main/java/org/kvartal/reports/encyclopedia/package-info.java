/** What is known of each competitor and each own product, one section each, on pages beside the report. */
@NullMarked
package org.kvartal.reports.encyclopedia;

import org.jspecify.annotations.NullMarked;
