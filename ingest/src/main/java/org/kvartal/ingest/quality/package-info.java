/** Rules on tables: types, keys, required values, ranges, references; the row balance. */
@NullMarked
package org.kvartal.ingest.quality;

import org.jspecify.annotations.NullMarked;
