/** The night's step that follows who uses the CRM, since when no longer, and what was done about it. */
@NullMarked
package org.kvartal.forecast.run.adoption;

import org.jspecify.annotations.NullMarked;
