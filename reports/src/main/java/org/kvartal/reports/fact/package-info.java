/** What is printed: numbers with their unit and origin, the text around them, and how both are written in a language. */
@NullMarked
package org.kvartal.reports.fact;

import org.jspecify.annotations.NullMarked;
