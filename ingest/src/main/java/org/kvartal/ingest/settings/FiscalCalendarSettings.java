package org.kvartal.ingest.settings;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.MonthYears;
import org.kvartal.ingest.model.PersianYears;
import org.kvartal.ingest.model.WeekYears;
import org.kvartal.ingest.model.WeekYears.Ending;
import org.kvartal.ingest.model.WeekYears.Pattern;

/**
 * Section {@code project.fiscal-calendar}, or {@code project.fiscal-year-starts} for years of civil months:
 * <pre>
 *   {kind: months, starts: 4}
 *   {kind: persian, starts: 1}
 *   {kind: weeks, ends-on: saturday, of-month: 1, ending: nearest, pattern: 4-4-5}
 * </pre>
 */
final class FiscalCalendarSettings {
    private static final String SHORT = "fiscal-year-starts";
    private static final String LONG = "fiscal-calendar";
    private static final Map<String, Pattern> PATTERNS =
            Map.of("4-4-5", Pattern.WEEKS_4_4_5, "4-5-4", Pattern.WEEKS_4_5_4, "5-4-4", Pattern.WEEKS_5_4_4);

    private enum Kind {
        MONTHS,
        PERSIAN,
        WEEKS
    }

    private FiscalCalendarSettings() {}

    static FiscalCalendar read(ConfigSection project) {
        if (!project.has(LONG)) {
            return new FiscalCalendar(month(project, SHORT));
        }
        project.require(!project.has(SHORT), SHORT, "must be left out where fiscal-calendar is given");
        ConfigSection section = project.section(LONG);
        return new FiscalCalendar(
                switch (section.oneOf("kind", Kind.class)) {
                    case MONTHS -> new MonthYears(month(section, "starts"));
                    case PERSIAN -> new PersianYears(month(section, "starts"));
                    case WEEKS -> weeks(section);
                });
    }

    private static int month(ConfigSection section, String key) {
        return section.integerFrom(1, 12, key, 1);
    }

    private static WeekYears weeks(ConfigSection section) {
        String pattern = section.text("pattern", "4-4-5");
        section.require(PATTERNS.containsKey(pattern), "pattern", "must be 4-4-5, 4-5-4 or 5-4-4");
        return new WeekYears(
                section.oneOf("ends-on", DayOfWeek.class),
                Month.of(section.integerFrom(1, 12, "of-month")),
                section.oneOf("ending", Ending.class),
                Optional.ofNullable(PATTERNS.get(pattern)).orElse(Pattern.WEEKS_4_4_5));
    }
}
