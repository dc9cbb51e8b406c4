package org.kvartal.ingest.source;

import java.util.List;

/** What of a source an extract reads. */
public sealed interface ExtractFrom {
    /** What findings about it call it. */
    String label();

    /**
     * Files of a folder.
     *
     * @param patterns globs relative to the folder of the source, of which the first that matches a file counts; capital
     *     letters make no difference, and a {@code .gz} behind the name is found too
     */
    record FromFile(List<String> patterns) implements ExtractFrom {
        public FromFile {
            patterns = List.copyOf(patterns);
        }

        public FromFile(String pattern) {
            this(List.of(pattern));
        }

        @Override
        public String label() {
            return String.join(" or ", patterns);
        }
    }

    /** @param label the table or view, with its schema where the connection's own is not meant */
    record FromTable(String label) implements ExtractFrom {}

    /** @param label the name of the extract */
    record FromQuery(String label, String sql) implements ExtractFrom {}
}
