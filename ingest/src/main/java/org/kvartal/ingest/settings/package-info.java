/** Reading conf/: sections, typed values, and every problem reported at once with its line. */
@NullMarked
package org.kvartal.ingest.settings;

import org.jspecify.annotations.NullMarked;
