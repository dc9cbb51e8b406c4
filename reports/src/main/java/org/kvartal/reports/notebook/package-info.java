/** Starter notebooks: one for each published table, for analysts who work in Python. */
@NullMarked
package org.kvartal.reports.notebook;

import org.jspecify.annotations.NullMarked;
