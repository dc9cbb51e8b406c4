/** What changed beyond chance: expectations, charts, tail probabilities, false discovery, and attribution. */
@NullMarked
package org.kvartal.forecast.anomaly;

import org.jspecify.annotations.NullMarked;
