/** Who has been trained, and what has it changed? */
@NullMarked
package org.kvartal.reports.section.people;

import org.jspecify.annotations.NullMarked;
