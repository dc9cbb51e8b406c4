/** Turns the course of a night into notices, mails with the report, and files that a monitor looks at. */
@NullMarked
package org.kvartal.jobs.alert;

import org.jspecify.annotations.NullMarked;
