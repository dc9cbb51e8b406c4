/** The CRM programme: goals and whether they are reached, decisions and what came of them, and what it changed. */
@NullMarked
package org.kvartal.reports.section.programme;

import org.jspecify.annotations.NullMarked;
