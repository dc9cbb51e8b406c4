package org.kvartal.forecast.run.adoption;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.AdoptionTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

import static org.assertj.core.api.Assertions.assertThat;

/** Eighteen persons in units of ten, six and two, who use the CRM on four of five days, until one year has gone. */
class AdoptionTest {
    private static final LocalDate AS_OF = LocalDate.parse("2025-12-31");
    private static final LocalDate TRAINED = LocalDate.parse("2025-07-01");

    @TempDir
    Path folder;

    private final List<@Nullable Object[]> users = new ArrayList<>();
    private final List<@Nullable Object[]> uses = new ArrayList<>();
    private final List<@Nullable Object[]> accounts = new ArrayList<>();
    private final Random random = new Random(7);
    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
        for (int i = 0; i < 18; i++) {
            String team = i < 10 ? "crm:large" : i < 16 ? "crm:middle" : "crm:pair";
            users.add(new @Nullable Object[] {person(i), "Person", "mail" + i, "sales", team, null, true, null});
        }
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private static String person(int number) {
        return "crm:%02d".formatted(number);
    }

    /** On which days, and how often of five, somebody uses a function; on the others there is a login. */
    private interface Habit {
        double share(LocalDate day);
    }

    private void follow(int person, Habit habit) {
        LocalDate.parse("2025-01-01").datesUntil(AS_OF.plusDays(1)).forEach(day -> {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                double share = habit.share(day);
                if (share >= 0) {
                    String function = random.nextDouble() < share ? "offer" : "login";
                    uses.add(new @Nullable Object[] {person(person), day, function, 1L});
                }
            }
        });
    }

    private void run(AdoptionSettings settings) {
        lake.replace(CrmTables.USERS, users.stream());
        lake.replace(CrmTables.USAGE_EVENTS, uses.stream());
        lake.replace(CrmTables.ACCOUNTS, accounts.stream());
        new Adoption(settings).run(lake, new AsOf(AS_OF, ZoneOffset.UTC));
    }

    private void train(int... persons) {
        lake.replace(
                CrmTables.TRAININGS,
                List.<@Nullable Object[]>of(new @Nullable Object[] {"crm:T", "Basics", "CRM", TRAINED, 4.0, null})
                        .stream());
        lake.replace(CrmTables.TRAINING_ATTENDANCE, Arrays.stream(persons).mapToObj(number ->
                new @Nullable Object[] {"crm:T", person(number), "attended", 0.8}));
    }

    private List<Record> rows(TableSpec table, Map<String, ?> values) {
        return lake.rows(table).stream()
                .filter(row -> values.entrySet().stream()
                        .allMatch(value -> value.getValue().equals(row.getField(value.getKey()))))
                .toList();
    }

    private Record row(TableSpec table, Map<String, ?> values) {
        assertThat(rows(table, values)).hasSize(1);
        return rows(table, values).get(0);
    }

    private static final Habit STEADY = day -> 0.8;

    private void everybodySteadyBut(Set<Integer> others) {
        for (int i = 0; i < 18; i++) {
            if (!others.contains(i)) {
                follow(i, STEADY);
            }
        }
    }

    @Test
    void countsAPersonOnTwoChannelsOnce() {
        everybodySteadyBut(Set.of());
        users.add(new @Nullable Object[] {"mobile:1", "Person", "mail1", "sales", null, null, true, null});
        uses.add(new @Nullable Object[] {"mobile:1", AS_OF, "offer", 3L});
        run(AdoptionSettings.usual());

        Record month = row(
                AdoptionTables.USE,
                Map.of("grain", "month", "first_day", LocalDate.parse("2025-12-01"), "scope", "total"));
        assertThat(month.getField("person_count")).isEqualTo(18L);
        assertThat(month.getField("active_count")).isEqualTo(18L);
        assertThat(row(AdoptionTables.PEOPLE, Map.of("user_id", "crm:01")).getField("last_use_on"))
                .isEqualTo(AS_OF);
    }

    @Test
    void doesNotCountALoginAsUse() {
        everybodySteadyBut(Set.of(0));
        follow(0, day -> 0);
        run(AdoptionSettings.usual());

        Record month = row(
                AdoptionTables.USE,
                Map.of("grain", "month", "first_day", LocalDate.parse("2025-12-01"), "scope", "total"));
        assertThat(month.getField("active_count")).isEqualTo(17L);
        assertThat(month.getField("seen_count")).isEqualTo(18L);
    }

    /** The pair is too small; the middle unit hides with it, or the pair were the total less the others. */
    @Test
    void hidesSmallUnitsAlsoFromSubtraction() {
        everybodySteadyBut(Set.of());
        run(AdoptionSettings.usual());

        for (Record row : lake.rows(AdoptionTables.USE)) {
            boolean isShown = row.getField("scope").equals("total")
                    || row.getField("team_id").equals("crm:large");
            assertThat(row.getField("person_count") != null).as(row.toString()).isEqualTo(isShown);
            assertThat(row.getField("active_count") != null).isEqualTo(isShown);
        }
        assertThat(rows(AdoptionTables.UNITS, Map.of("state", "hidden")))
                .extracting(row -> row.getField("team_id"))
                .containsExactly("crm:middle", "crm:pair");
    }

    @Test
    void findsTheDropOfAUnitAndWhoTheyAre() {
        everybodySteadyBut(Set.of(0, 1, 2, 3, 4, 5));
        LocalDate drop = LocalDate.parse("2025-11-17");
        for (int i = 0; i < 6; i++) {
            follow(i, day -> day.isBefore(drop) ? 0.8 : 0.05);
        }
        run(AdoptionSettings.usual());

        Record unit = row(AdoptionTables.UNITS, Map.of("scope", "team", "team_id", "crm:large"));
        assertThat(unit.getField("state")).isEqualTo("dropped");
        assertThat((LocalDate) unit.getField("since")).isBetween(drop.minusDays(3), drop.plusDays(3));
        assertThat((LocalDate) unit.getField("found_on")).isBetween(drop, drop.plusDays(14));
        assertThat((double) unit.getField("high")).isLessThan(-0.2);
        assertThat(unit.getField("dropped_count")).isEqualTo(6L);
        Record person = row(AdoptionTables.PEOPLE, Map.of("user_id", "crm:00"));
        assertThat(person.getField("state")).isIn("dropped", "stopped");
        assertThat(String.valueOf(person.getField("talk_point"))).contains("No training is on record");
    }

    @Test
    void takesNeitherLeaveNorHolidaysForAStop() {
        everybodySteadyBut(Set.of(0, 1));
        LocalDate leave = LocalDate.parse("2025-12-08");
        follow(0, day -> day.isBefore(leave) ? 0.8 : -1);
        follow(1, day -> day.isBefore(LocalDate.parse("2025-11-01")) ? 0.8 : -1);
        lake.replace(
                CrmTables.ABSENCES,
                List.<@Nullable Object[]>of(
                        new @Nullable Object[] {"crm:01", LocalDate.parse("2025-11-01"), LocalDate.parse("2026-03-31")})
                        .stream());
        LocalDate christmas = LocalDate.parse("2025-12-24");
        uses.removeIf(use -> christmas.datesUntil(christmas.plusDays(3)).anyMatch(day -> day.equals(use[1])));
        run(AdoptionSettings.usual());

        assertThat(rows(AdoptionTables.PEOPLE, Map.of("state", "away")))
                .extracting(row -> row.getField("user_id"))
                .containsExactly("crm:00", "crm:01");
        assertThat(rows(AdoptionTables.PEOPLE, Map.of("state", "using"))).hasSize(16);
        assertThat(rows(AdoptionTables.UNITS, Map.of("state", "dropped"))).isEmpty();
    }

    @Test
    void flagsAUnitThatHasFallenSilent() {
        everybodySteadyBut(Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        for (int i = 0; i < 10; i++) {
            follow(i, day -> day.isBefore(LocalDate.parse("2025-12-22")) ? 0.8 : -1);
        }
        run(AdoptionSettings.usual());

        assertThat(row(AdoptionTables.UNITS, Map.of("scope", "team", "team_id", "crm:large"))
                        .getField("reason"))
                .isEqualTo("No trace of anyone since 2025-12-22.");
    }

    @Test
    void laysTheDropBesideTheTraining() {
        everybodySteadyBut(Set.of(0, 1, 2, 3, 4, 5, 6, 7));
        for (int i = 0; i < 8; i++) {
            follow(i, day -> day.isBefore(TRAINED.plusDays(75)) ? 0.8 : 0.2);
        }
        train(0, 1, 2, 3, 4, 5, 6, 7);
        run(AdoptionSettings.usual());

        Record programme = row(AdoptionTables.UNITS, Map.of("scope", "programme"));
        assertThat((long) programme.getField("since_days")).isBetween(52L, 54L);
        assertThat(programme.getField("dropped_count")).isEqualTo(8L);
        assertThat((double) row(AdoptionTables.CURVE, Map.of("programme", "Basics", "week", 5L))
                        .getField("active_share"))
                .isBetween(0.7, 0.9);
        assertThat((double) row(AdoptionTables.CURVE, Map.of("programme", "Basics", "week", 15L))
                        .getField("high"))
                .isLessThan(0.45);
    }

    /** Half are trained; the training raises the use of none, and in the second run that of all. */
    @Test
    void saysNoEvidenceWhereATrainingChangesNothing() {
        train(0, 1, 2, 3, 4, 5, 10, 11, 12, 13);
        everybodySteadyBut(Set.of());
        run(AdoptionSettings.usual());
        assertThat(row(AdoptionTables.INTERVENTIONS, Map.of()).getField("verdict"))
                .isEqualTo("no evidence");

        uses.clear();
        for (int i = 0; i < 18; i++) {
            boolean isTrained = Set.of(0, 1, 2, 3, 4, 5, 10, 11, 12, 13).contains(i);
            follow(i, day -> isTrained && day.isAfter(TRAINED) ? 0.9 : 0.4);
        }
        run(AdoptionSettings.usual());
        Record effect = row(AdoptionTables.INTERVENTIONS, Map.of());
        assertThat(effect.getField("verdict")).isEqualTo("more use");
        assertThat((double) effect.getField("low")).isGreaterThan(0.25);
    }

    @Test
    void comparesUsesWithThePlan() {
        everybodySteadyBut(Set.of());
        run(new AdoptionSettings(Set.of(), 5, Map.of("offer", 3.0, "report", 1.0), 0, List.of()));

        Record offer = row(AdoptionTables.FUNCTIONS, Map.of("function", "offer"));
        assertThat(offer.getField("planned_count")).isEqualTo(216.0);
        assertThat((double) offer.getField("headcount_effect") + (double) offer.getField("rate_effect"))
                .isEqualTo((long) offer.getField("use_count") - 216.0);
        assertThat(offer.getField("habitual_count")).isEqualTo(18L);
        assertThat(row(AdoptionTables.FUNCTIONS, Map.of("function", "report")).getField("state"))
                .isEqualTo("never");
    }

    private void company(String id, String name, String owner, LocalDate day, LocalTime at) {
        @Nullable
        Object[] row = new @Nullable Object[CrmTables.ACCOUNTS.columns().size()];
        row[0] = id;
        row[1] = name;
        row[CrmTables.ACCOUNTS.columnNames().indexOf("owner_id")] = owner;
        row[CrmTables.ACCOUNTS.columnNames().indexOf("created_at")] = OffsetDateTime.of(day, at, ZoneOffset.UTC);
        accounts.add(row);
    }

    @Test
    void countsNeitherImportsNorJunkTowardsAQuota() {
        everybodySteadyBut(Set.of());
        LocalDate day = LocalDate.parse("2025-11-10");
        for (int i = 0; i < 40; i++) {
            company("crm:i" + i, "Imported " + i, person(3), day, LocalTime.of(9, 0, i));
        }
        company("crm:a", "Harbour", person(1), day, LocalTime.of(10, 0));
        company("crm:b", "Mill", person(1), day, LocalTime.of(11, 0));
        company("crm:c", "HARBOUR.", person(2), day, LocalTime.of(12, 0));
        company("crm:d", "Test 4", person(2), day, LocalTime.of(13, 0));
        company("crm:e", "xxxx", person(2), day, LocalTime.of(14, 0));
        run(new AdoptionSettings(Set.of(), 5, Map.of(), 4, List.of()));

        Record all = lake.rows(AdoptionTables.ENTRIES).stream()
                .filter(row -> row.getField("owner_id") == null)
                .findFirst()
                .orElseThrow();
        assertThat(List.of(
                        all.getField("entered_count"),
                        all.getField("imported_count"),
                        all.getField("duplicate_count"),
                        all.getField("filler_count"),
                        all.getField("counted_count")))
                .containsExactly(45L, 40L, 1L, 2L, 2L);
        assertThat(row(AdoptionTables.ENTRIES, Map.of("owner_id", person(1))).getField("attainment"))
                .isEqualTo(0.5);
        Record junk = row(AdoptionTables.ENTRIES, Map.of("owner_id", person(2)));
        assertThat(junk.getField("attainment")).isEqualTo(0.0);
        assertThat(junk.getField("remark")).isEqualTo("more rows that do not count than rows that do");
    }

    @Test
    void leavesEmptyTablesWhereNothingIsLogged() {
        run(AdoptionSettings.usual());

        assertThat(lake.rows(AdoptionTables.USE)).isEmpty();
        assertThat(lake.rows(AdoptionTables.UNITS)).isEmpty();
        assertThat(lake.rows(AdoptionTables.PEOPLE)).isEmpty();
    }
}
