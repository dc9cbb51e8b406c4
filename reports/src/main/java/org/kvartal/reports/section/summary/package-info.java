/** Page one: successes, failures, future needs and growth, each sentence from a rule. */
@NullMarked
package org.kvartal.reports.section.summary;

import org.jspecify.annotations.NullMarked;
