/** Gates: what a night must meet before anybody is shown what rests on its tables. */
@NullMarked
package org.kvartal.ingest.gate;

import org.jspecify.annotations.NullMarked;
