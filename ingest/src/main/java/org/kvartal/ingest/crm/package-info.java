/** The list of clean CRM tables. */
@NullMarked
package org.kvartal.ingest.crm;

import org.jspecify.annotations.NullMarked;
