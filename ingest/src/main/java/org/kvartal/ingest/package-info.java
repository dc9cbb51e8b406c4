/** The module's steps, in order: extract, clean, check. {@code Ingest} is the one class that jobs call. */
@NullMarked
package org.kvartal.ingest;

import org.jspecify.annotations.NullMarked;
