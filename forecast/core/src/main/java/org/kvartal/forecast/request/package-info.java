/** What became of a service request, and where its time went. */
@NullMarked
package org.kvartal.forecast.request;

import org.jspecify.annotations.NullMarked;
