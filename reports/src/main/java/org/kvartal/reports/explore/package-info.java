/** What analysts have at the prompt of {@code kvartal explore}: a release as Tablesaw tables, and charts of them. */
@NullMarked
package org.kvartal.reports.explore;

import org.jspecify.annotations.NullMarked;
