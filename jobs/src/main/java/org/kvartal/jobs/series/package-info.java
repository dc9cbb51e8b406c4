/** Series in files of anyone: read from rows in any order, put on a grid of time, continued in the spelling of the file. */
@NullMarked
package org.kvartal.jobs.series;

import org.jspecify.annotations.NullMarked;
