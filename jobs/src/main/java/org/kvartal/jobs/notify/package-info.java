/** Telling people and other systems how the nights went: channels, the outbox, and the report by mail. */
@NullMarked
package org.kvartal.jobs.notify;

import org.jspecify.annotations.NullMarked;
