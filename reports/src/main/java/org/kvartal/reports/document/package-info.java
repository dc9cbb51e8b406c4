/** What a report is made of, whatever it is rendered to. */
@NullMarked
package org.kvartal.reports.document;

import org.jspecify.annotations.NullMarked;
