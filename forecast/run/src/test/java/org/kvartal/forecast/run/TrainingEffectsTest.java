package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.run.adoption.AdoptionSettings;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.forecast.tables.TrainingTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Thirty invented agents, of whom a0 to a19 are trained in five waves of four from the tenth month on, taught by turns by head
 * and by a0. Training shortens all times by a fifth, and changes nothing else. a1 leaves after its training.
 */
class TrainingEffectsTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final LocalDate AS_OF = LocalDate.parse("2025-12-31");
    private static final int AGENTS = 30;
    private static final int TRAINED = 20;
    private static final int WAVE = 4;
    private static final double EFFECT = Math.log(0.8);

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private final List<Object[]> requests = new ArrayList<>();
    private Lake lake;
    private BothEngines engines;

    @BeforeEach
    void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        engines = new BothEngines(lake, folder.resolve("scratch"));
        List.of(
                        CrmTables.USERS,
                        CrmTables.TRAININGS,
                        CrmTables.TRAINING_ATTENDANCE,
                        CrmTables.USAGE_EVENTS,
                        ServiceTables.REQUEST_TIMES)
                .forEach(lake::prepare);
    }

    private static LocalDate session(int wave) {
        return FIRST.plusMonths(9).plusDays(14).plusMonths(2L * wave);
    }

    private void givenPeople() {
        StringBuilder users = new StringBuilder("user_id  team_id  active\nhead  m  true\n");
        StringBuilder trainings = new StringBuilder("training_id  programme  held_on  trainer_id\n");
        StringBuilder attendance = new StringBuilder("training_id  user_id  status  score\n");
        for (int agent = 0; agent < AGENTS; agent++) {
            users.append("a%d  t%d  %s%n".formatted(agent, agent % 3, agent != 1));
        }
        for (int wave = 0; wave < TRAINED / WAVE; wave++) {
            trainings.append("s%d  Diagnosis  %s  %s%n".formatted(wave, session(wave), wave % 2 == 0 ? "head" : "a0"));
            for (int i = 0; i < WAVE; i++) {
                attendance.append("s%d  a%d  attended  %s%n".formatted(wave, WAVE * wave + i, i == 1 ? "0.4" : "0.8"));
            }
        }
        trainings.append("s99  Diagnosis  2026-02-01  head\n");
        attendance.append("s99  a29  enrolled  -\ns0  a28  missed  -\n");
        LakeRows.store(lake, CrmTables.USERS, users.toString());
        LakeRows.store(lake, CrmTables.TRAININGS, trainings.toString());
        LakeRows.store(lake, CrmTables.TRAINING_ATTENDANCE, attendance.toString());
    }

    private void givenRequests(int aMonth) {
        for (int agent = 0; agent < AGENTS; agent++) {
            double level = 1.5 + 0.4 * random.nextGaussian();
            for (int i = 0; i < 24 * aMonth; i++) {
                LocalDate day = FIRST.plusMonths(i / aMonth).plusDays(random.nextInt(28));
                boolean hasLeft = agent == 1 && day.isAfter(session(0).plusMonths(3));
                if (!hasLeft) {
                    request(agent, day, level);
                }
            }
        }
        lake.replace(ServiceTables.REQUEST_TIMES, requests.stream());
    }

    private void request(int agent, LocalDate day, double level) {
        boolean isTrained = agent < TRAINED && !day.isBefore(session(agent / WAVE));
        boolean isHard = random.nextInt(4) == 0;
        double hours = Math.exp(level + (isHard ? 1 : 0) + (isTrained ? EFFECT : 0) + 0.7 * random.nextGaussian());
        boolean isOpen = ChronoUnit.HOURS.between(
                        day.atTime(LocalTime.NOON), AS_OF.plusDays(1).atStartOfDay())
                < 3 * hours;
        requests.add(new LakeRow(ServiceTables.REQUEST_TIMES)
                .with("request_id", "r" + requests.size())
                .with("agent_id", "a" + agent)
                .with("category", isHard ? "change" : "question")
                .with("opened_at", OffsetDateTime.of(day, LocalTime.NOON, ZoneOffset.UTC))
                .with("opened_month", day.withDayOfMonth(1))
                .with("ending", isOpen ? "open" : "resolved")
                .with("censored", isOpen)
                .with("handling_hours", 3 * hours)
                .with("handling_working_hours", hours)
                .with("first_response_hours", hours / 2)
                .with("first_response_working_hours", hours / 6)
                .with("sla_met", random.nextInt(10) > 0)
                .with("satisfaction", random.nextInt(3) > 0 ? null : 1.0 + random.nextInt(5))
                .values());
    }

    private void run(@Nullable String cost) {
        TrainingEffects effects = new TrainingEffects(
                new TrainingSettings(
                        List.of(),
                        TrainingSettings.Cluster.PERSON,
                        10,
                        0.5,
                        0.6,
                        Optional.ofNullable(cost).map(BigDecimal::new)),
                AdoptionSettings.usual());
        engines.run(new AsOf(AS_OF, ZoneOffset.UTC), effects::run);
    }

    private Record verdict(String outcome) {
        return lake.rows(TrainingTables.TRAINING_VERDICTS).stream()
                .filter(row -> outcome.equals(row.getField("outcome")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsWhatTrainingChangedAndNothingElse() {
        givenPeople();
        givenRequests(20);
        run("30");
        assertThat(LakeRows.read(lake, TrainingTables.TRAINING_VERDICTS, "outcome", "verdict", "is_headline"))
                .containsExactlyInAnyOrder(
                        "handling_time fell true",
                        "first_response fell false",
                        "sla_share no evidence false",
                        "satisfaction no evidence false",
                        "response_rate no evidence false");
        Record handling = verdict("handling_time");
        assertThat((double) handling.getField("change")).isCloseTo(-0.2, within(0.08));
        assertThat((double) handling.getField("low")).isLessThan(EFFECT);
        assertThat((double) handling.getField("high")).isGreaterThan(EFFECT);
        assertThat((double) handling.getField("placebo_low")).isNegative();
        assertThat((double) handling.getField("placebo_high")).isPositive();
        assertThat(handling.getField("note").toString())
                .contains("3 teams were trained in several waves", "1 of 30 persons are not seen in the last period");
        assertSavingIsWhatRequestsWouldHaveTaken(handling);
        assertThat(LakeRows.read(
                        lake, TrainingTables.TRAINING_EFFECTS, "outcome", "aggregation", "observation_count", "note"))
                .contains("handling_time units 4 1 not seen in all periods; 1 not seen in the last period");
        assertEventsOfFewerThanTheMinimumAreSmall();
    }

    private void assertEventsOfFewerThanTheMinimumAreSmall() {
        List<Record> events = lake.rows(TrainingTables.TRAINING_EFFECTS).stream()
                .filter(row -> row.getField("person_count") != null)
                .toList();
        assertThat(events).extracting(row -> row.getField("is_small")).contains(true, false);
        assertThat(events)
                .allSatisfy(row -> assertThat(row.getField("is_small"))
                        .isEqualTo((long) row.getField("person_count")
                                < AdoptionSettings.usual().minimumGroup()));
    }

    /** saved = hours after training / (1 + change) - hours after training; the longest times count up to a limit only. */
    private void assertSavingIsWhatRequestsWouldHaveTaken(Record handling) {
        double after = requests.stream()
                .filter(row -> value(row, "ending").equals("resolved"))
                .filter(row -> {
                    int agent =
                            Integer.parseInt(value(row, "agent_id").toString().substring(1));
                    LocalDate day = ((OffsetDateTime) value(row, "opened_at")).toLocalDate();
                    return agent < TRAINED
                            && !day.isBefore(session(agent / WAVE))
                            && day.isBefore(AS_OF.minusMonths(1));
                })
                .mapToDouble(row -> (Double) value(row, "handling_working_hours"))
                .sum();
        double expected = after / (1 + (double) handling.getField("change")) - after;
        assertThat((double) handling.getField("hours_saved")).isCloseTo(expected, within(0.03 * expected));
        assertThat(((BigDecimal) handling.getField("saved_amount")).doubleValue())
                .isCloseTo(30 * (double) handling.getField("hours_saved"), within(0.01));
    }

    private static Object value(Object[] row, String column) {
        return row[ServiceTables.REQUEST_TIMES.columnNames().indexOf(column)];
    }

    /**
     * The trained use reports on eight days of a month instead of two. They log in, view, open and search on all others, and
     * a2 has another account, with the same mail address, on which all its uses are.
     */
    @Test
    void countsTheDaysThatAdoptionCounts() {
        givenPeople();
        List<Object[]> uses = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            for (LocalDate day = FIRST; !day.isAfter(AS_OF); day = day.plusDays(1)) {
                boolean isTrained = agent < TRAINED && day.isAfter(session(agent / WAVE));
                int most = isTrained ? 8 : 2 + (agent + day.getMonthValue()) % 2;
                String door =
                        List.of("login", "view", "open", "search", "logout").get(day.getDayOfMonth() % 5);
                String function = day.getDayOfMonth() <= most ? "report" : door;
                uses.add(new Object[] {agent == 2 ? "a02" : "a" + agent, day, function, 1L});
            }
        }
        lake.replace(CrmTables.USAGE_EVENTS, uses.stream());
        List<Object[]> users = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            users.add(new LakeRow(CrmTables.USERS)
                    .with("user_id", "a" + agent)
                    .with("email", "mail" + agent)
                    .with("active", true)
                    .values());
        }
        users.add(new LakeRow(CrmTables.USERS)
                .with("user_id", "a02")
                .with("email", "mail2")
                .values());
        lake.replace(CrmTables.USERS, users.stream());
        run(null);

        Record use = verdict("active_days");
        assertThat(use.getField("verdict")).isEqualTo("rose");
        double full = Math.log(9) - (Math.log(3) + Math.log(4)) / 2;
        assertThat((double) use.getField("estimate")).isBetween(0.7 * full, 1.1 * full);
        assertThat(use.getField("trained_count")).isEqualTo(20L);
        assertThat(use.getField("untrained_count")).isEqualTo(10L);
    }

    @Test
    void keepsTheRegisterAndTheTree() {
        givenPeople();
        run(null);

        assertThat(LakeRows.read(lake, TrainingTables.TRAINING_CHECKPOINTS, "user_id", "team_id", "state", "due_on"))
                .hasSize(22)
                .contains(
                        "a0 t0 passed 2024-10-15",
                        "a1 t1 failed 2024-10-15",
                        "a28 t1 missed 2024-10-15",
                        "a29 t2 due 2026-02-01");
        assertThat(LakeRows.read(
                        lake,
                        TrainingTables.TRAINING_CASCADE,
                        "user_id",
                        "trainer_id",
                        "depth",
                        "direct_count",
                        "reach_count"))
                .hasSize(21)
                .contains("head - 0 12 20", "a0 head 1 8 8", "a4 a0 2 0 0", "a8 head 1 0 0");
        assertThat(lake.rows(TrainingTables.TRAINING_VERDICTS))
                .as("no outcome is known")
                .isEmpty();
    }

    @Test
    void claimsNothingWhereRequestsAreFew() {
        givenPeople();
        givenRequests(1);
        run(null);

        Record handling = verdict("handling_time");
        assertThat(handling.getField("verdict")).isIn("no evidence", "not measurable");
        assertThat((long) handling.getField("cases_needed")).isGreaterThan((long) handling.getField("case_count"));
        assertThat(handling.getField("saved_amount")).isNull();
    }

    @Test
    void leavesEmptyTablesWhereNobodyIsTrained() {
        run(null);

        assertThat(TrainingTables.TRAINING_VERDICTS.columnNames()).contains("verdict");
        assertThat(lake.rows(TrainingTables.TRAINING_VERDICTS)).isEmpty();
        assertThat(lake.rows(TrainingTables.TRAINING_CASCADE)).isEmpty();
    }
}
