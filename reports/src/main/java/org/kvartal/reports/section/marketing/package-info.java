/** Where do customers come from, and what does it cost to win them? */
@NullMarked
package org.kvartal.reports.section.marketing;

import org.jspecify.annotations.NullMarked;
