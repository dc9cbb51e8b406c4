/** Every version of a row, from the audit of its source where there is one, else from comparing nights. */
@NullMarked
package org.kvartal.ingest.history;

import org.jspecify.annotations.NullMarked;
