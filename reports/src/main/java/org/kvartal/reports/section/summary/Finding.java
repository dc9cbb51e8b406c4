package org.kvartal.reports.section.summary;

import org.kvartal.reports.fact.Text;

/** A sentence that a rule has written, and the block that it belongs to. */
record Finding(Topic topic, Text sentence) {}
