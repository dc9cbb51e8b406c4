/** Tables of the lake: name, schema, read, commit, as of. */
@NullMarked
package org.kvartal.ingest.lake;

import org.jspecify.annotations.NullMarked;
