package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.worktime.OpeningHours;
import org.kvartal.forecast.worktime.Schedule;
import org.kvartal.forecast.worktime.WorkCalendar;
import org.kvartal.forecast.worktime.WorkClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Requests of a year with log-normal working times; an agent of a higher number is slower, a month of a higher one too. */
class TrainingCommandTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant END = Instant.parse("2024-12-31T23:00:00Z");
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final String CALENDAR = """
            {"timezone": "Europe/Berlin", "working_days": ["MON", "TUE", "WED", "THU", "FRI"],
             "open": "09:00", "close": "17:00", "holidays": ["2024-12-25", "2024-12-26"]}
            """;

    private static final WorkClock CLOCK = WorkClock.of(
            WorkCalendar.of(
                    BERLIN,
                    Schedule.daily(
                            START,
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            new OpeningHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                    Set.of(LocalDate.of(2024, 12, 25), LocalDate.of(2024, 12, 26))),
            START,
            START.plusYears(3));

    @TempDir
    private Path folder;

    @BeforeEach
    void calendar() throws IOException {
        Files.writeString(folder.resolve("calendar.json"), CALENDAR);
    }

    /**
     * Two thirds of the agents are trained, half of these in May and half in August, on the tenth. After it they take exp(effect)
     * of their time, and from then on get twice as many of the hard cases, which take three times as long. A first answer takes
     * a quarter of the time. Two customers of three give a mark, by half a point better where the training has an effect.
     */
    private void write(int agents, double effect) throws IOException {
        Random random = new Random(31);
        Random marks = new Random(32);
        StringBuilder requests = new StringBuilder(
                "request_id,agent_id,team,channel,category,priority,opened_at,first_response_at,resolved_at,satisfaction\n");
        StringBuilder trainings = new StringBuilder("agent_id,trained_at\n");
        for (int agent = 0; agent < agents; agent++) {
            LocalDate trained = agent % 3 == 0
                    ? LocalDate.MAX
                    : START.withMonth(agent % 3 == 1 ? 5 : 8).withDayOfMonth(10);
            if (agent % 3 != 0) {
                trainings.append("a%d,%s%n".formatted(agent, trained));
            }
            for (int i = 0; i < 240; i++) {
                LocalDate day = START.plusDays(random.nextInt(366));
                boolean isTrained = !day.isBefore(trained);
                boolean isHard = random.nextDouble() < (isTrained ? 0.5 : 0.25);
                double minutes = Math.exp(4
                        + 0.01 * agent
                        + 0.02 * day.getMonthValue()
                        + (isTrained ? effect : 0)
                        + (isHard ? Math.log(3) : 0)
                        + 0.7 * random.nextGaussian());
                Instant opened = day.atTime(random.nextInt(24), random.nextInt(60))
                        .atZone(BERLIN)
                        .toInstant();
                Instant resolved = CLOCK.due(opened, Math.round(60 * minutes));
                boolean isOpen = resolved.isAfter(END);
                Instant answered = CLOCK.due(opened, Math.round(15 * minutes));
                long mark = Math.round(3.2 + (isTrained && effect < 0 ? 0.5 : 0) + 0.7 * marks.nextGaussian());
                requests.append("r%d-%d,a%d,t%d,mail,%s,2,%s,%s,%s,%s%n"
                        .formatted(
                                agent,
                                i,
                                agent,
                                agent / 6,
                                isHard ? "hard" : "easy",
                                opened,
                                answered.isAfter(END) ? "" : answered,
                                isOpen ? "" : resolved,
                                isOpen || i % 3 == 0 ? "" : mark));
            }
        }
        Files.writeString(folder.resolve("requests.csv"), requests);
        Files.writeString(folder.resolve("trainings.csv"), trainings);
    }

    private AnalyzeRun run(String... more) {
        return AnalyzeRun.of(Stream.concat(
                        Stream.of(
                                "training",
                                "--requests",
                                folder.resolve("requests.csv"),
                                "--trainings",
                                folder.resolve("trainings.csv"),
                                "--out",
                                folder.resolve("out.csv")),
                        Stream.of(more))
                .toArray());
    }

    private AnalyzeRun runInBerlin() {
        return run("--calendar", folder.resolve("calendar.json").toString());
    }

    private List<String> rows(String start) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0))
                .isEqualTo("estimator,aggregation,group,time,event_time,estimate,se,lo95,hi95,n,note,verdict,outcome");
        return lines.stream().filter(line -> line.startsWith(start)).toList();
    }

    @Test
    void findsAPlantedEffectThoughTheTrainedGetHarderCases() throws IOException {
        write(60, -0.25);
        AnalyzeRun run = runInBerlin();
        assertThat(run.exitCode()).as(run.err()).isZero();
        for (String estimator : List.of("callaway-santanna", "sun-abraham", "imputation")) {
            String[] simple = rows(estimator + ",simple,").get(0).split(",");
            assertThat(Double.parseDouble(simple[5])).as(estimator).isBetween(-0.33, -0.17);
        }
        assertThat(rows("callaway-santanna,simple,").get(0)).contains("handling time fell: -");
        assertThat(rows("imputation,simple,").get(0))
                .endsWith(" %),handling_time")
                .doesNotContain("fell");
        assertThat(rows("callaway-santanna,group,2024-05-01,")).hasSize(4);
        assertThat(rows("twfe-diagnostic,").get(0)).endsWith("\"a diagnostic, not the effect\",handling_time");
        assertThat(run.err())
                .contains("working minutes before the end are left out")
                .contains("requests used are still open");
    }

    @Test
    void measuresAllThatTheFilesTell() throws IOException {
        write(60, -0.25);
        Path targets = Files.writeString(folder.resolve("sla.csv"), "priority,minutes\n2,120\n");
        AnalyzeRun run = run("--calendar", folder.resolve("calendar.json").toString(), "--sla", targets.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> simple = rows("callaway-santanna,simple,");
        assertThat(simple).hasSize(5);
        assertThat(simple.get(0)).endsWith(",handling_time").contains("handling time fell: -");
        assertThat(simple.get(1)).endsWith(",first_response").contains("time to first response fell: -");
        assertThat(simple.get(2)).endsWith(",sla_share").contains("share resolved within the target rose: +");
        assertThat(simple.get(3)).endsWith(",satisfaction").contains("satisfaction rose: +0.");
        assertThat(simple.get(4)).endsWith(",response_rate").contains("no evidence");
        assertThat(run.err())
                .contains("sla_share: ")
                .containsPattern("response_rate: [0-9]+ of [0-9]+ resolved requests have no mark");
        assertThat(run("--outcome", "first-response").exitCode()).isZero();
        assertThat(rows("callaway-santanna,simple,")).singleElement().asString().endsWith(",first_response");
    }

    /** Agent 1 has no request from September on, agent 2 is the only one trained in June; a0 to a5 are one team. */
    @Test
    void nobodyIsDroppedSilently() throws IOException {
        write(60, 0);
        Path trainings = folder.resolve("trainings.csv");
        Files.writeString(
                trainings,
                Files.readString(trainings).replace("a2,2024-08-10", "a2,2024-06-10")
                        + "a1,2024-11-02\nghost,2024-05-10\n");
        Path requests = folder.resolve("requests.csv");
        Files.write(
                requests,
                Files.readAllLines(requests).stream()
                        .filter(line -> !line.contains(",a1,") || line.split(",")[6].compareTo("2024-09") < 0)
                        .toList());
        AnalyzeRun run = runInBerlin();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("1 trained agents have no request that counts: ghost (line 43)")
                .contains("1 trainings after the first of an agent are not looked at")
                .contains("10 teams were trained in several months: t0 (3), t1 (2), t2 (2), t3 (2), t4 (2) and more")
                .containsPattern(
                        "handling_time: 1 of 20 units first treated at 2024-05-01 are not observed in all periods,"
                                + " 1 of them not in the last");
        assertThat(rows("callaway-santanna,group,2024-06-01,").get(0)).contains("a group of one unit");
        assertThat(rows("callaway-santanna,simple,").get(0)).contains("ghost (line 43)");
    }

    /**
     * The helpdesk of an Italian software company (Polato 2017, 4TU.ResearchData), where nobody was trained at dates of ours:
     * every second of the 19 agents from 2012-03, by their names.
     */
    @Test
    void anInventedRegisterOnARealHelpdeskIsNoEvidence() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../shared");
        Path helpdesk = Path.of(setting, "data", "helpdesk_it", "helpdesk.csv");
        assumeTrue(Files.exists(helpdesk), () -> "shared data absent: " + helpdesk);
        Map<String, String[]> tickets = new LinkedHashMap<>();
        Set<String> agents = new TreeSet<>();
        for (String line : Files.readAllLines(helpdesk)) {
            String[] cells = line.split(",", -1);
            String[] ticket = tickets.computeIfAbsent(cells[6], id -> new String[3]);
            if (cells[0].equals("Take in charge ticket") && ticket[0] == null) {
                ticket[0] = cells[3];
            } else if (cells[0].equals("Resolve ticket") && ticket[0] != null) {
                ticket[1] = cells[3];
                ticket[2] = cells[2];
                agents.add(cells[2]);
            }
        }
        StringBuilder requests = new StringBuilder("request_id,agent_id,opened_at,resolved_at\n");
        tickets.forEach((id, ticket) -> {
            if (ticket[1] != null) {
                requests.append("%s,%s,%s,%s%n".formatted(id, ticket[2], ticket[0], ticket[1]));
            }
        });
        StringBuilder trainings = new StringBuilder("agent_id,trained_at\n");
        boolean isTrained = true;
        for (String agent : agents) {
            trainings.append(isTrained ? agent + ",2012-03-01\n" : "");
            isTrained = !isTrained;
        }
        Files.writeString(folder.resolve("requests.csv"), requests);
        Files.writeString(folder.resolve("trainings.csv"), trainings);
        AnalyzeRun run = run();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(rows("callaway-santanna,simple,").get(0))
                .contains("no evidence: handling time changed by ")
                .contains("requests are needed");
    }

    @Test
    void aTrainingWithoutEffectIsNoEvidence() throws IOException {
        write(60, 0);
        assertThat(runInBerlin().exitCode()).isZero();
        assertThat(rows("callaway-santanna,simple,").get(0)).contains("no evidence: handling time changed by ");
    }

    @Test
    void ofTwelveAgentsNothingIsClaimedButWhatWouldBeEnough() throws IOException {
        write(12, -0.25);
        assertThat(runInBerlin().exitCode()).isZero();
        assertThat(rows("callaway-santanna,simple,").get(0))
                .containsPattern(
                        "not measurable: 12 agents; at least 15, 5 of them trained and 5 not, and about [0-9,]+"
                                + " requests are needed to see a change of 10 %");
    }

    @Test
    void saysWhatIsWrongWithRequestsTrainingsAndCalendars() throws IOException {
        Files.writeString(folder.resolve("requests.csv"), """
                request_id,agent_id,opened_at,resolved_at
                1,a,2024-01-02T10:00:00Z,2024-01-02T09:00:00Z
                1,a,soon,
                """);
        Files.writeString(folder.resolve("trainings.csv"), "agent_id,trained_at\na,2024-01-01\n");
        AnalyzeRun run = run();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("line 2, resolved_at: '2024-01-02T09:00:00Z' must not be before opened_at")
                .contains("line 3, request_id: '1' must be there once")
                .contains("line 3, opened_at: 'soon' must be a date or time");
        Files.writeString(folder.resolve("calendar.json"), CALENDAR.replace("17:00", "08:00"));
        assertThat(runInBerlin().err()).contains("close: '08:00' must be after open, '09:00'");
        Files.writeString(folder.resolve("calendar.json"), CALENDAR.replace("MON", "Moonday"));
        assertThat(runInBerlin().err()).contains("working_days: 'Moonday' must be days, as MON or 1 for Monday");
        Files.writeString(folder.resolve("calendar.json"), CALENDAR.replace("holidays", "holiday"));
        assertThat(runInBerlin().err()).contains("holiday: '' is not known; known are close, holidays, open");
        Files.writeString(folder.resolve("requests.csv"), "request_id,agent_id,opened_at\n1,a,2024-01-02\n");
        assertThat(run().err()).contains("it has no column resolved_at, and no first_response_at");
        assertThat(run("--outcome", "handling").err()).contains("it has no column resolved_at");
        Path targets = Files.writeString(folder.resolve("sla.csv"), "priority,minutes\nhigh,0\nhigh,5\n");
        Files.writeString(
                folder.resolve("requests.csv"),
                "request_id,agent_id,opened_at,resolved_at\n1,a,2024-01-02,2024-01-03\n");
        assertThat(run("--sla", targets.toString()).err())
                .contains("line 2, minutes: '0' must be above 0")
                .contains("line 3, priority: 'high' must be there once; keep one of the rows");
        assertThat(run("--relevant", "0").err()).contains("Invalid --relevant 0.0: it must be above 0");
    }
}
