/** One class per verb of the command line. */
@NullMarked
package org.kvartal.jobs.command;

import org.jspecify.annotations.NullMarked;
