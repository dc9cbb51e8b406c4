/** Which accounts and products of several sources are the same one: rules, decisions, and suggestions for review. */
@NullMarked
package org.kvartal.ingest.identity;

import org.jspecify.annotations.NullMarked;
