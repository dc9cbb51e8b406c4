/** Value types that every module speaks: dates as of which things are known, fiscal calendars. */
@NullMarked
package org.kvartal.ingest.model;

import org.jspecify.annotations.NullMarked;
