/** From raw rows to clean tables: extract, map, judge, store. */
@NullMarked
package org.kvartal.ingest.load;

import org.jspecify.annotations.NullMarked;
