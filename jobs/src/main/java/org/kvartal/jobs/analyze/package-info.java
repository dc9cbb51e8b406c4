/** The methods as tools on anyone's files: each verb reads tables, computes, and writes tables. */
@NullMarked
package org.kvartal.jobs.analyze;

import org.jspecify.annotations.NullMarked;
