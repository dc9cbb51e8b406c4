/** Answers to surveys: shares, means and scores with intervals that hold, and groups too small to be shown. */
@NullMarked
package org.kvartal.forecast.survey;

import org.jspecify.annotations.NullMarked;
