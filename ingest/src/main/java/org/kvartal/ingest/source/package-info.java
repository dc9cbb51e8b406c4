/** Connectors and presets: what is extracted, and how one row is read. */
@NullMarked
package org.kvartal.ingest.source;

import org.jspecify.annotations.NullMarked;
