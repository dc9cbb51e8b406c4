/** Each ratio defined once: formula, unit, and the SQL that computes it from the facts of a mart. */
@NullMarked
package org.kvartal.reports.measure;

import org.jspecify.annotations.NullMarked;
