/** Sections of the report: each answers one question from the published datasets, in a package of its own. */
@NullMarked
package org.kvartal.reports.section;

import org.jspecify.annotations.NullMarked;
