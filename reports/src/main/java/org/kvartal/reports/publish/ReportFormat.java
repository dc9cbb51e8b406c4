package org.kvartal.reports.publish;

/** What a report is written as, and the name of its file in the folder of its language. */
public enum ReportFormat {
    HTML("index.html"),
    PDF("report.pdf"),
    XLSX("report.xlsx");

    private final String file;

    ReportFormat(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }
}
