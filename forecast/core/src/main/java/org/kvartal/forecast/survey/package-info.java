/** Answers of some who were asked: shares, scores and their intervals. */
@NullMarked
package org.kvartal.forecast.survey;

import org.jspecify.annotations.NullMarked;
