/** What changed between any two days: the marts that compare two nights, run on other states. */
@NullMarked
package org.kvartal.reports.ledger;

import org.jspecify.annotations.NullMarked;
