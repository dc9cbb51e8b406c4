/** The demo CRM: three years of an invented company, simulated with known effects and written as its vendor's database. */
@NullMarked
package org.kvartal.jobs.demo;

import org.jspecify.annotations.NullMarked;
