package org.kvartal.jobs.watch;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.publish.Releases;

/** What the datasets of a release tell: rows and their fates, the age of the data, the accuracy of forecasts. */
final class ReleaseMetrics {
    private static final List<String> FATES = List.of("read", "loaded", "quarantined", "deduplicated", "filtered");
    private static final String ROWS = "select \"table\", sum(read_count) as read, sum(loaded_count) as loaded,"
            + " sum(quarantined_count) as quarantined, sum(deduplicated_count) as deduplicated,"
            + " sum(filtered_count) as filtered from quality.row_balance group by \"table\" order by \"table\"";
    private static final String NEWEST = "select scope, epoch(max(newest_at)) as newest from quality.scores"
            + " where scope_kind = 'source' and night = (select max(night) from quality.scores)"
            + " group by scope having max(newest_at) is not null order by scope";
    private static final String ACCURACY = "select measure, method, mase, coverage_80, coverage_95"
            + " from forecast.series_accuracy where scope = 'all' and member = 'all' order by measure, method";

    private final RunMetrics metrics;

    ReleaseMetrics(RunMetrics metrics) {
        this.metrics = metrics;
    }

    /** @param end of the as-of day */
    void measure(Path release, Instant end) {
        try (Datasets datasets = Datasets.open(release.resolve(Releases.DATA))) {
            datasets.query(ROWS, this::rows);
            datasets.query(NEWEST, rows -> ages(rows, end));
            datasets.query(ACCURACY, this::accuracy);
        }
    }

    private void rows(ResultSet rows) throws SQLException {
        double read = 0;
        double quarantined = 0;
        while (rows.next()) {
            for (String fate : FATES) {
                metrics.gauge(
                        "kvartal.rows",
                        "",
                        "Rows of the last release, by clean table and fate.",
                        rows.getDouble(fate),
                        "table",
                        rows.getString("table"),
                        "fate",
                        fate);
            }
            read += rows.getDouble("read");
            quarantined += rows.getDouble("quarantined");
        }
        double share = read == 0 ? 0 : quarantined / read;
        metrics.gauge("kvartal.quarantine.ratio", "", "Share of the rows read that were quarantined.", share);
    }

    private void ages(ResultSet rows, Instant end) throws SQLException {
        while (rows.next()) {
            metrics.gauge(
                    "kvartal.source.age",
                    RunMetrics.SECONDS,
                    "From the newest row of a source to the end of the as-of day.",
                    end.getEpochSecond() - rows.getDouble("newest"),
                    "source",
                    rows.getString("scope"));
        }
    }

    private void accuracy(ResultSet rows) throws SQLException {
        while (rows.next()) {
            String[] labels = {"measure", rows.getString("measure"), "method", rows.getString("method")};
            String error = "Mean absolute scaled error of past forecasts.";
            number(rows, "mase", "kvartal.forecast.mase", error, labels);
            String share = "Share of actual values inside the interval.";
            number(rows, "coverage_80", "kvartal.forecast.coverage.80.ratio", share, labels);
            number(rows, "coverage_95", "kvartal.forecast.coverage.95.ratio", share, labels);
        }
    }

    private void number(ResultSet rows, String column, String name, String description, String... labels)
            throws SQLException {
        double value = rows.getDouble(column);
        if (!rows.wasNull()) {
            metrics.gauge(name, "", description, value, labels);
        }
    }
}
