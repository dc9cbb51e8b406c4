package org.kvartal.jobs.clean;

import java.nio.file.Path;

/**
 * Something that is to go.
 *
 * @param why in a few words
 */
public record Removal(Path path, long bytes, String why) {}
