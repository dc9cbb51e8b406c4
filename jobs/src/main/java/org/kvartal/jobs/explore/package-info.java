/** The prompt of {@code kvartal explore}: JShell with a release at hand. */
@NullMarked
package org.kvartal.jobs.explore;

import org.jspecify.annotations.NullMarked;
