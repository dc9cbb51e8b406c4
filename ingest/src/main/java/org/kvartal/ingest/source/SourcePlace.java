package org.kvartal.ingest.source;

import java.nio.file.Path;
import java.time.Duration;
import org.kvartal.ingest.settings.Secret;

/** Where a source is. */
public sealed interface SourcePlace {

    /** Files. */
    record Folder(Path path) implements SourcePlace {}

    /**
     * A database, and who reads it.
     *
     * @param timeout how long an answer may take
     */
    record Database(JdbcUrl url, String user, Secret password, Duration timeout) implements SourcePlace {}
}
