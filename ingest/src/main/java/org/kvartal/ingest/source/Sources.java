package org.kvartal.ingest.source;

import org.kvartal.ingest.source.SourcePlace.Database;
import org.kvartal.ingest.source.SourcePlace.Folder;

/** Opens sources. */
public final class Sources {
    private Sources() {}

    /** Nothing is read yet, and nothing connected. */
    public static Source open(SourceSettings settings) {
        if (settings.place() instanceof Folder folder) {
            return new FolderSource(settings.name(), settings.preset(), folder.path());
        }
        return new JdbcSource(settings.name(), settings.preset(), (Database) settings.place());
    }
}
