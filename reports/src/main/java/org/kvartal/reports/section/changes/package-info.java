/** What changed since the last published night? The open pipeline and the outlook, from one night to the next. */
@NullMarked
package org.kvartal.reports.section.changes;

import org.jspecify.annotations.NullMarked;
