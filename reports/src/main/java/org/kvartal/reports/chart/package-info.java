/** Charts in the spirit of IBCS, and how they are drawn as SVG for screen and paper alike. */
@NullMarked
package org.kvartal.reports.chart;

import org.jspecify.annotations.NullMarked;
