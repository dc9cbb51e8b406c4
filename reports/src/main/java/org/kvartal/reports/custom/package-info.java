/** Sections that analysts write: Markdown for the words, SQL on the published datasets for the numbers. */
@NullMarked
package org.kvartal.reports.custom;

import org.jspecify.annotations.NullMarked;
