/** What every published table and column means, where it comes from, who uses it, and how to read it. */
@NullMarked
package org.kvartal.reports.dictionary;

import org.jspecify.annotations.NullMarked;
