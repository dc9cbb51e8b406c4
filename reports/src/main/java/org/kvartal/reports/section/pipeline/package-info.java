/** Is there enough in the pipeline, and is it alive? */
@NullMarked
package org.kvartal.reports.section.pipeline;

import org.jspecify.annotations.NullMarked;
