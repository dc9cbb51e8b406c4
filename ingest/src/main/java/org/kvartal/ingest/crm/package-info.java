/** The list of clean CRM tables, and the calendar by which they are counted. */
@NullMarked
package org.kvartal.ingest.crm;

import org.jspecify.annotations.NullMarked;
