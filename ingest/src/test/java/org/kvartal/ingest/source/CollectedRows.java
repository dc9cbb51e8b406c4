package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a source delivers: rows as "line [values]". */
final class CollectedRows implements RowSink {
    final List<String> rows = new ArrayList<>();
    final List<Object[]> values = new ArrayList<>();
    final List<String> files = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();

    @Override
    public void row(@Nullable Object[] row, String file, long line) {
        rows.add(line + " " + Arrays.toString(row));
        values.add(row);
        files.add(file);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    /** Rejections as "file:line column = value rule: reason". */
    List<String> findings() {
        return rejections.stream()
                .map(finding -> "%s:%d %s = %s %s: %s"
                        .formatted(
                                finding.file(),
                                finding.line(),
                                finding.column(),
                                finding.value(),
                                finding.rule(),
                                finding.reason()))
                .toList();
    }
}
