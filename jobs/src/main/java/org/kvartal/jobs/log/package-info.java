/** What a run and the libraries say, one JSON object a line. */
@NullMarked
package org.kvartal.jobs.log;

import org.jspecify.annotations.NullMarked;
