package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kvartal.forecast.adoption.PersonDays;
import org.kvartal.forecast.adoption.Presence;
import org.kvartal.forecast.adoption.UseJudge;
import org.kvartal.forecast.survey.SmallGroups;

/** What all tables of adoption are made from: the persons, their working days, and how each stands to the CRM. */
final class Following {
    private final Roster roster;
    private final UseLog log;
    private final WorkingDays working;
    private final AdoptionSettings settings;
    private final SortedMap<String, PersonDays> days = new TreeMap<>();
    private final SortedMap<String, UseJudge.Judgement> judgements = new TreeMap<>();

    Following(Roster roster, UseLog log, WorkingDays working, AdoptionSettings settings) {
        this.roster = roster;
        this.log = log;
        this.working = working;
        this.settings = settings;
        log.persons().forEach((id, person) -> days.put(id, daysOf(id, person)));
        days.forEach((id, own) -> {
            if (roster.member(id).isActive()) {
                judgements.put(id, UseJudge.judge(own, starts(id)));
            }
        });
    }

    private PersonDays daysOf(String id, UseLog.Person person) {
        int first = person.seen.nextSetBit(0);
        int last = roster.member(id).isActive() ? log.length() : person.seen.length();
        Presence[] presence = new Presence[working.count()];
        Arrays.setAll(presence, i -> {
            int day = working.day(i);
            if (day < first || day >= last || roster.isAbsent(id, log.date(day))) {
                return person.active.get(day) ? Presence.ACTIVE : Presence.OUT;
            }
            return person.active.get(day) ? Presence.ACTIVE : person.seen.get(day) ? Presence.SEEN : Presence.SILENT;
        });
        return PersonDays.of(id, presence);
    }

    Roster roster() {
        return roster;
    }

    UseLog log() {
        return log;
    }

    WorkingDays working() {
        return working;
    }

    AdoptionSettings settings() {
        return settings;
    }

    /** Of everybody who has been seen, also of those who have left. */
    SortedMap<String, PersonDays> days() {
        return days;
    }

    /** Of those who have not left. */
    SortedMap<String, UseJudge.Judgement> judgements() {
        return judgements;
    }

    /** The working days after the trainings of a person. */
    SortedSet<Integer> starts(String id) {
        SortedSet<Integer> starts = new TreeSet<>();
        for (Roster.Attended attended : roster.attended(id)) {
            int start = start(attended.on());
            if (start > 0 && start < working.count()) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** The first working day after a training. */
    int start(LocalDate trained) {
        LocalDate next = trained.plusDays(1);
        return next.isBefore(log.date(0)) ? 0 : working.onOrAfter(next);
    }

    /** Those who have not left, by unit; the empty name stands for no unit. */
    SortedMap<String, List<String>> units() {
        SortedMap<String, List<String>> units = new TreeMap<>();
        judgements
                .keySet()
                .forEach(id -> units.computeIfAbsent(roster.member(id).team(), team -> new ArrayList<>())
                        .add(id));
        return units;
    }

    /** The units that have no figures: too small, or to be had by subtraction from all. */
    Set<String> hidden(Map<String, Long> persons) {
        return SmallGroups.hidden(persons, settings.minimumGroup());
    }
}
