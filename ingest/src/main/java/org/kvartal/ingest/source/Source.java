package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A CRM, or whatever else tables are extracted from. */
public interface Source extends AutoCloseable {

    /** The extracts of the preset that this source has: optional ones may be absent. */
    List<Extract> extracts();

    /**
     * Looks whether every extract can be read, without reading rows.
     *
     * @throws SourceUnreachable when the source does not answer
     */
    default List<SourceProblem> check() {
        List<SourceProblem> problems = new ArrayList<>();
        for (Extract extract : extracts()) {
            try {
                describe(extract);
            } catch (UnreadableSource unreadable) {
                problems.add(unreadable.problem());
            }
        }
        return problems;
    }

    /** What is there and is not taken; only of sources that can be read. */
    default List<SourceNotice> notices() {
        return List.of();
    }

    /**
     * What time it is there; only databases have a clock.
     *
     * @throws SourceUnreachable when the source does not answer
     */
    default Optional<Instant> clock() {
        return Optional.empty();
    }

    /** The columns that {@link #read} will deliver. */
    RawTable describe(Extract extract);

    /** Delivers every row, each either read or rejected. An empty text is delivered as null. */
    void read(Extract extract, RowSink sink);

    /**
     * The number that a query gives, as of the same moment as the rows. Only databases answer queries.
     *
     * @param name of the total, for messages
     */
    BigDecimal total(String name, String query);

    @Override
    void close();
}
