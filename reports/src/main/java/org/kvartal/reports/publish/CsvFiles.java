package org.kvartal.reports.publish;

/** Whether a release has CSV beside its Parquet, and for whom. */
public enum CsvFiles {
    NONE,
    /** UTF-8 without a byte order mark, as programs expect it. */
    PLAIN,
    /** UTF-8 with a byte order mark, by which spreadsheets know UTF-8. */
    SPREADSHEET
}
