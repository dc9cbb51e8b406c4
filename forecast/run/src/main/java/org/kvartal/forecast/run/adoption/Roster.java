package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/** Who the persons are, in which unit, when they were away, and what they were taught. */
final class Roster {
    private final Map<String, String> mains = new HashMap<>();
    private final SortedMap<String, Member> members = new TreeMap<>();
    private final Map<String, NavigableMap<LocalDate, LocalDate>> absences = new HashMap<>();
    private final Map<String, List<Attended>> attended = new HashMap<>();

    /** @param team empty when not stated */
    record Member(String id, String team, boolean isActive) {}

    record Attended(String programme, LocalDate on) {}

    private Roster() {}

    static Roster read(Lake lake, LocalDate asOf) {
        Roster roster = new Roster();
        Map<String, String> byMail = new HashMap<>();
        lake.rows(CrmTables.USERS).stream()
                .sorted(Comparator.comparing(row -> text(row, "user_id")))
                .forEach(row -> roster.enter(row, byMail));
        for (Record row : lake.rows(CrmTables.ABSENCES)) {
            LocalDate first = (LocalDate) row.getField("first_day");
            LocalDate last = (LocalDate) row.getField("last_day");
            if (first != null && last != null) {
                roster.absences
                        .computeIfAbsent(roster.main(text(row, "user_id")), id -> new TreeMap<>())
                        .merge(first, last, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        roster.readTrainings(lake, asOf);
        return roster;
    }

    /** Accounts of one person in several systems have one mail address, and the first of them stands for all. */
    private void enter(Record row, Map<String, String> byMail) {
        String id = text(row, "user_id");
        String mail = text(row, "email");
        String main = mail.isEmpty() ? id : byMail.computeIfAbsent(mail, ignored -> id);
        mains.put(id, main);
        boolean isActive = !Boolean.FALSE.equals(row.getField("active"));
        members.merge(
                main,
                new Member(main, text(row, "team_id"), isActive),
                (first, other) -> new Member(
                        main,
                        first.team().isEmpty() ? other.team() : first.team(),
                        first.isActive() || other.isActive()));
    }

    private void readTrainings(Lake lake, LocalDate asOf) {
        Map<String, Attended> sessions = new HashMap<>();
        for (Record row : lake.rows(CrmTables.TRAININGS)) {
            LocalDate on = (LocalDate) row.getField("held_on");
            if (on != null && !on.isAfter(asOf)) {
                sessions.put(text(row, "training_id"), new Attended(text(row, "programme"), on));
            }
        }
        for (Record row : lake.rows(CrmTables.TRAINING_ATTENDANCE)) {
            Attended session = sessions.get(text(row, "training_id"));
            if (session != null && text(row, "status").equals("attended")) {
                attended.computeIfAbsent(main(text(row, "user_id")), id -> new ArrayList<>())
                        .add(session);
            }
        }
        attended.values().forEach(list -> list.sort(Comparator.comparing(Attended::on)));
    }

    /** The account that stands for all of a person. */
    String main(String userId) {
        return mains.getOrDefault(userId, userId);
    }

    Member member(String id) {
        return members.getOrDefault(id, new Member(id, "", true));
    }

    boolean isAbsent(String id, LocalDate day) {
        NavigableMap<LocalDate, LocalDate> own = absences.get(id);
        if (own == null) {
            return false;
        }
        return own.headMap(day, true).values().stream().anyMatch(last -> !last.isBefore(day));
    }

    /** Earliest first. */
    List<Attended> attended(String id) {
        return attended.getOrDefault(id, List.of());
    }

    static String text(Record row, String column) {
        @Nullable Object value = row.getField(column);
        return value == null ? "" : value.toString();
    }
}
