package org.kvartal.forecast.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTimesTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final AsOf FRIDAY = new AsOf(LocalDate.of(2024, 3, 29), PRAGUE);

    @TempDir
    static Path folder;

    private static Lake lake;
    private static BothEngines engines;

    @BeforeAll
    static void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        engines = new BothEngines(lake, folder.resolve("scratch"));
    }

    /**
     * In Prague, 9 to 17 on weekdays; times here are UTC, an hour earlier. Late, from Monday 10:00 to Wednesday 11:00, of
     * which a day waiting for the customer: 17 hours of work less 8. The other team works on the Thursday only, 8 to 12.
     */
    @Test
    void countsWorkingHoursByTheCalendarOfTheTeam() {
        given("""
                request_id  team_id  priority  opened_at            first_response_at    resolved_at          status    satisfaction
                late        north    P1        2024-03-25T09:00:00  2024-03-25T10:30:00  2024-03-27T10:00:00  resolved  4
                open        north    P1        2024-03-29T14:00:00  -                    -                    open      -
                south       south    P2        2024-03-27T09:00:00  -                    2024-03-28T09:00:00  resolved  -
                backwards   north    P1        2024-03-25T09:00:00  -                    2024-03-24T09:00:00  resolved  -
                future      north    P1        2024-03-29T23:30:00  -                    -                    open      -
                """, """
                request_id  changed_at           field   old_value  new_value
                late        2024-03-25T11:00:00  status  open       pending
                late        2024-03-26T11:00:00  status  pending    open
                """);

        run("service: { sla: { p1: 8h, P2: 2h20m } }");

        assertThat(read(
                        "request_id",
                        "calendar",
                        "ending",
                        "handling_hours",
                        "handling_working_hours",
                        "clock_working_hours"))
                .containsExactly(
                        "backwards default resolved - - -",
                        "late default resolved 49.0 17.0 9.0",
                        "open default open 9.0 2.0 2.0",
                        "south south resolved 24.0 2.0 2.0");
        assertThat(read(
                        "request_id",
                        "first_response_working_hours",
                        "clock_hours",
                        "waiting_hours",
                        "promise",
                        "sla_met"))
                .containsExactly(
                        "backwards - - - - -",
                        "late 1.5 25.0 24.0 breached false",
                        "open - 9.0 0.0 running -",
                        "south - 24.0 0.0 near true");
        assertThat(read("request_id", "due_at", "opened_weekday", "opened_hour", "satisfaction"))
                .containsExactly(
                        "backwards - 1 10 -",
                        "late 2024-03-27T09:00Z 1 10 4.0",
                        "open 2024-04-01T13:00Z 5 15 -",
                        "south 2024-03-28T09:20Z 3 10 -");
    }

    @Test
    void knowsBulkEndsFromTheUsualOnes() {
        StringBuilder requests = new StringBuilder("request_id  opened_at  resolved_at  status\n");
        for (int i = 0; i < 30; i++) {
            requests.append("b%02d  2024-03-01  2024-03-20T22:00:00  resolved%n".formatted(i));
            requests.append("s%02d  2024-03-01  2024-03-20T12:%02d:00  resolved%n".formatted(i, i));
        }
        given(requests.toString(), "request_id  changed_at  field\n");

        run("service: {}");

        assertThat(read("ending", "auto_close_sign"))
                .hasSize(60)
                .areExactly(30, new Condition<>("auto-closed bulk"::equals, "closed in bulk"))
                .areExactly(30, new Condition<>("resolved -"::equals, "resolved"));
    }

    private static void given(String requests, String changes) {
        LakeRows.store(lake, CrmTables.USERS, "user_id  team_id\nann  north\n");
        LakeRows.store(lake, CrmTables.TEAMS, """
                team_id  name
                north    North
                south    South
                """);
        LakeRows.store(lake, CrmTables.CALENDARS, """
                calendar  day         working  opens  closes
                South     2024-03-27  false    -      -
                South     2024-03-28  true     08:00  12:00
                default   2024-03-01  false    -      -
                """);
        LakeRows.store(lake, CrmTables.REQUESTS, requests);
        LakeRows.store(lake, CrmTables.REQUEST_CHANGES, changes);
    }

    private static void run(String yaml) {
        engines.run(FRIDAY, new RequestTimes(settings(yaml))::run);
    }

    private static ServiceSettings settings(String yaml) {
        try {
            Path config = Files.writeString(folder.resolve("kvartal.yaml"), yaml + "\n");
            ConfigFile file = ConfigFile.read(config, new Surroundings(Map.of(), folder, Map.of()));
            return ServiceSettings.read(file.root().section("service"), PRAGUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(String... columns) {
        return LakeRows.read(lake, ServiceTables.REQUEST_TIMES, columns).stream()
                .sorted()
                .toList();
    }
}
