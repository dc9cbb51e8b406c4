/** What the gates of a night keep from being shown. */
@NullMarked
package org.kvartal.reports.gate;

import org.jspecify.annotations.NullMarked;
