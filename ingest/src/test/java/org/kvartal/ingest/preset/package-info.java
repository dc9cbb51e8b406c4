/** Tests of the presets that Kvartal comes with, each against a source with the schema of the real one. */
@NullMarked
package org.kvartal.ingest.preset;

import org.jspecify.annotations.NullMarked;
