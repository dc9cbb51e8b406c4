/** The module's steps, in order: marts, datasets, report, publication. {@code Reports} is the one class that jobs call. */
@NullMarked
package org.kvartal.reports;

import org.jspecify.annotations.NullMarked;
