/** Where will we land, and how sure is that? The quarter and the months to come. */
@NullMarked
package org.kvartal.reports.section.outlook;

import org.jspecify.annotations.NullMarked;
