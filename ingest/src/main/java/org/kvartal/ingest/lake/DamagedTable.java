package org.kvartal.ingest.lake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a table are not what its metadata say, or the metadata themselves cannot be read. */
public final class DamagedTable extends RuntimeException {
    /**
     * @param folder the table's folder
     * @param defect what is wrong, with the file where one is known
     */
    DamagedTable(String table, Path folder, String defect, @Nullable Throwable cause) {
        super(
                "Cannot read " + table + ": " + defect + "; restore " + folder
                        + " from a backup, or delete it and, in the"
                        + " folder runs beside the lake, the file of the night's date: the next run makes the table"
                        + " again, without its earlier nights",
                cause);
    }

    DamagedTable(String table, Path folder, String defect) {
        this(table, folder, defect, null);
    }
}
