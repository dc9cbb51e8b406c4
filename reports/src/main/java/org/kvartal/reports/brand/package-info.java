/** The look that a project gives its reports: a colour that can be read, a logo that can do nothing. */
@NullMarked
package org.kvartal.reports.brand;

import org.jspecify.annotations.NullMarked;
