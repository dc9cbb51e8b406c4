package org.kvartal.ingest.source;

import java.time.OffsetDateTime;

/** A source that can be asked for what has changed. */
public interface IncrementalSource extends Source {

    /** Whether the source tells when each row of the extract was changed last. */
    boolean tellsChanges(Extract extract);

    /** Delivers the rows that were changed at this time or later, and those that do not tell when. */
    void readChanged(Extract extract, OffsetDateTime since, RowSink sink);

    /** Delivers every row with the values of its key alone, in the order of {@link RawTable#key}. */
    void readKeys(Extract extract, RowSink sink);
}
