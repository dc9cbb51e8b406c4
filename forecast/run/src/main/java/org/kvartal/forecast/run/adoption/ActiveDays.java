package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/** On how many days of each month a person used the CRM, as far back as anything is known. */
public final class ActiveDays {
    private final Roster roster;
    private final AdoptionSettings settings;
    private final SortedMap<String, BitSet> days = new TreeMap<>();

    private ActiveDays(Roster roster, AdoptionSettings settings) {
        this.roster = roster;
        this.settings = settings;
    }

    public static ActiveDays read(Lake lake, AsOf asOf, AdoptionSettings settings) {
        ActiveDays active = new ActiveDays(Roster.read(lake, asOf.date()), settings);
        UseEvents.read(lake, asOf, LocalDate.EPOCH, active.roster, active.new Uses());
        return active;
    }

    /** Traces say nothing here. */
    private final class Uses implements UseEvents.Listener {
        @Override
        public void used(String person, LocalDate day, String function, int count) {
            if (settings.isUse(function)) {
                days.computeIfAbsent(person, id -> new BitSet()).set(Math.toIntExact(day.toEpochDay()));
            }
        }

        @Override
        public void traced(String person, LocalDate day) {}
    }

    /** The account that stands for all of a person. */
    public String main(String userId) {
        return roster.main(userId);
    }

    /** First month in which anybody used it; the given one when nobody did. */
    public YearMonth firstMonth(YearMonth otherwise) {
        return days.values().stream().mapToInt(own -> own.nextSetBit(0)).min().stream()
                .mapToObj(day -> YearMonth.from(LocalDate.ofEpochDay(day)))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * Days by month, of months with any.
     *
     * @param main account that stands for all of a person
     */
    public NavigableMap<YearMonth, Long> months(String main) {
        NavigableMap<YearMonth, Long> months = new TreeMap<>();
        days.getOrDefault(main, new BitSet()).stream()
                .forEach(day -> months.merge(YearMonth.from(LocalDate.ofEpochDay(day)), 1L, Long::sum));
        return months;
    }
}
