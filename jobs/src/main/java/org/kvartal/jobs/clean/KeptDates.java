package org.kvartal.jobs.clean;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kvartal.jobs.RetentionSettings;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.reports.publish.Releases;

/**
 * Which published dates keep their releases: the newest, those of the days before it, the last of each month, and every
 * date that a kept release goes back to: the one before it, and the last good one of a section that was blocked.
 */
final class KeptDates {
    private KeptDates() {}

    static Set<LocalDate> of(Releases releases, RetentionSettings retention) {
        List<LocalDate> published = releases.dates();
        if (published.isEmpty()) {
            return Set.of();
        }
        LocalDate newest = published.get(published.size() - 1);
        Set<LocalDate> kept = new TreeSet<>(monthEnds(published, newest, retention.monthEnds()));
        LocalDate first = newest.minusDays(retention.releaseDays());
        published.stream().filter(date -> !date.isBefore(first)).forEach(kept::add);
        Set<LocalDate> named = new TreeSet<>();
        kept.forEach(date -> releases.of(date).ifPresent(release -> named.addAll(namedBy(release))));
        kept.addAll(named);
        return kept;
    }

    private static Set<LocalDate> monthEnds(List<LocalDate> oldestFirst, LocalDate newest, int months) {
        Map<YearMonth, LocalDate> last = new TreeMap<>();
        oldestFirst.forEach(date -> last.put(YearMonth.from(date), date));
        YearMonth first = YearMonth.from(newest).minusMonths(months);
        last.keySet().removeIf(month -> !month.isAfter(first));
        return new TreeSet<>(last.values());
    }

    private static Set<LocalDate> namedBy(Path release) {
        Set<LocalDate> dates = new TreeSet<>(PublishedRun.of(release).shownDates());
        PublishedRun.of(release).previous().ifPresent(dates::add);
        return dates;
    }
}
