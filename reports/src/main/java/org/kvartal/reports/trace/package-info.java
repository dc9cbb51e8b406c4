/** Where each printed number comes from: the codes of a release, and the way from a code to the rows behind it. */
@NullMarked
package org.kvartal.reports.trace;

import org.jspecify.annotations.NullMarked;
