/** Who is told apart from whom without being named: pseudonyms of persons. */
@NullMarked
package org.kvartal.ingest.privacy;

import org.jspecify.annotations.NullMarked;
