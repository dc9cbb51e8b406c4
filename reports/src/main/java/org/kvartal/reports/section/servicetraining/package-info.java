/** How are customers served, and who has been trained? */
@NullMarked
package org.kvartal.reports.section.servicetraining;

import org.jspecify.annotations.NullMarked;
