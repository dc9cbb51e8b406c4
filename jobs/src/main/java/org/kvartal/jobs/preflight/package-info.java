/** Is everything there that a night needs? */
@NullMarked
package org.kvartal.jobs.preflight;

import org.jspecify.annotations.NullMarked;
