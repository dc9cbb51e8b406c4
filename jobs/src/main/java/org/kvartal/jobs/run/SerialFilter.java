package org.kvartal.jobs.run;

import java.io.ObjectInputFilter;
import java.util.List;

/**
 * What Java serialisation may create in this process: what Spark sends between its parts, and nothing else. Kvartal itself
 * stores no serialised object.
 */
public final class SerialFilter {
    /** Java's values and collections, failures that are told, Spark and Scala, and the libraries whose plans Spark carries. */
    private static final List<String> ALLOWED = List.of(
            "java.lang.*",
            "java.lang.invoke.SerializedLambda",
            "java.math.*",
            "java.io.*",
            "java.net.URI",
            "java.nio.*",
            "java.nio.file.*",
            "java.sql.*",
            "java.text.*",
            "java.time.**",
            "java.util.**",
            "sun.util.calendar.ZoneInfo",
            "scala.**",
            "org.apache.spark.**",
            "org.sparkproject.**",
            "org.apache.iceberg.**",
            "org.apache.hadoop.**",
            "org.apache.parquet.**",
            "org.roaringbitmap.**",
            "org.kvartal.**");

    private static final String NOTHING_ELSE = "!*";

    private SerialFilter() {}

    /** Refuses everything else from now on. Whoever starts the process may do so himself, by {@code -Djdk.serialFilter}. */
    public static void install() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(filter());
        }
    }

    static ObjectInputFilter filter() {
        return ObjectInputFilter.Config.createFilter(String.join(";", ALLOWED) + ";" + NOTHING_ELSE);
    }
}
