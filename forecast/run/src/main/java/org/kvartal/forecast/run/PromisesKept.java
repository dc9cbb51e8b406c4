package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.Share;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.FiscalQuarter;

/** Promises whose time is over, by group and fiscal quarter. */
final class PromisesKept {
    private static final double LEVEL = 0.95;
    private static final List<String> COUNTS =
            List.of("met_count", "near_count", "late_count", "open_late_count", "void_count");

    private final FiscalCalendar calendar;
    private final LocalDate asOf;
    private final Map<Key, long[]> counts = new TreeMap<>(Comparator.comparing(Key::grouping)
            .thenComparing(Key::member)
            .thenComparing(key -> key.quarter().firstDay()));

    private record Key(String grouping, String member, FiscalQuarter quarter) {}

    PromisesKept(FiscalCalendar calendar, LocalDate asOf) {
        this.calendar = calendar;
        this.asOf = asOf;
    }

    /** The promises of one group that were due on one day. */
    void add(Row day) {
        Key key = new Key(
                day.getAs("grouping"), day.getAs("member"), calendar.quarterOf(day.<LocalDate>getAs("due_date")));
        long[] sums = counts.computeIfAbsent(key, first -> new long[COUNTS.size()]);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += day.<Long>getAs(COUNTS.get(i));
        }
    }

    Stream<Object[]> rows() {
        return counts.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue()));
    }

    private Object[] row(Key key, long[] sums) {
        LakeRow row = new LakeRow(ServiceTables.REQUEST_PROMISES);
        row.with("grouping", key.grouping());
        row.with("member", key.member());
        row.with("quarter", key.quarter().toString());
        row.with("first_day", key.quarter().firstDay());
        LocalDate last = key.quarter().lastDay();
        row.with("last_day", last.isBefore(asOf) ? last : asOf);
        for (int i = 0; i < sums.length; i++) {
            row.with(COUNTS.get(i), sums[i]);
        }
        long kept = sums[0] + sums[1];
        long due = kept + sums[2] + sums[3];
        row.with("due_count", due);
        if (due > 0) {
            Estimate share = new Share(kept, due).wilson(LEVEL);
            row.with("kept_share", share.value());
            row.with("low", share.low());
            row.with("high", share.high());
        }
        return row.values();
    }
}
