/** What lies behind the report: rules and thresholds, measures, what is missing, and questions without an answer. */
@NullMarked
package org.kvartal.reports.section.definitions;

import org.jspecify.annotations.NullMarked;
