package org.kvartal.ingest.source;

/** What of a source an extract reads. */
public sealed interface ExtractFrom {

    /** What findings about its rows call it. */
    String label();

    /** @param label the file's name, relative to the folder of the source; a {@code .gz} behind it is found too */
    record FromFile(String label) implements ExtractFrom {}

    /** @param label the table or view, with its schema where the connection's own is not meant */
    record FromTable(String label) implements ExtractFrom {}

    /** @param label the name of the extract */
    record FromQuery(String label, String sql) implements ExtractFrom {}
}
