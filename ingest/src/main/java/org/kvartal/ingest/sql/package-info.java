/** A table defined by one SQL file. */
@NullMarked
package org.kvartal.ingest.sql;

import org.jspecify.annotations.NullMarked;
