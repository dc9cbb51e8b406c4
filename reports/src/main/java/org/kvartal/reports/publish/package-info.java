/** A release: datasets, data dictionary and report in one folder, which becomes visible whole. */
@NullMarked
package org.kvartal.reports.publish;

import org.jspecify.annotations.NullMarked;
