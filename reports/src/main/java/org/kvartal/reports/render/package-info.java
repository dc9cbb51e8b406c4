/** The report as HTML, PDF and XLSX: the same text and the same numbers in each. */
@NullMarked
package org.kvartal.reports.render;

import org.jspecify.annotations.NullMarked;
