/** How are customers served? */
@NullMarked
package org.kvartal.reports.section.service;

import org.jspecify.annotations.NullMarked;
