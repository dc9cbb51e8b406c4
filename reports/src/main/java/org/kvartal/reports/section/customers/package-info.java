/** Who of the customers grows, who leaves, and who is due? */
@NullMarked
package org.kvartal.reports.section.customers;

import org.jspecify.annotations.NullMarked;
