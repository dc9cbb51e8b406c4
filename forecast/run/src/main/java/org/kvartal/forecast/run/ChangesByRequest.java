package org.kvartal.forecast.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The changes of requests, which come in the order of the requests, so that those of one are in memory at a time. */
final class ChangesByRequest {
    /** As SQL orders text: by its bytes. */
    private static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final Iterator<Row> changes;
    private @Nullable Row next;

    /** @param changes by the ids of their requests */
    ChangesByRequest(Iterator<Row> changes) {
        this.changes = changes;
        advance();
    }

    private void advance() {
        next = changes.hasNext() ? changes.next() : null;
    }

    /** Those of a request; requests are asked for in their order, and changes of none are passed over. */
    List<Row> of(String request) {
        List<Row> own = new ArrayList<>();
        while (next != null && ORDER.compare(next.getAs("request_id"), request) <= 0) {
            if (next.<String>getAs("request_id").equals(request)) {
                own.add(next);
            }
            advance();
        }
        return own;
    }
}
