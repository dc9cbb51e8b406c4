import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.CaseMix;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectAnalysis;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;
import org.kvartal.forecast.survival.IntervalScale;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.worktime.OpeningHours;
import org.kvartal.forecast.worktime.Schedule;
import org.kvartal.forecast.worktime.WorkCalendar;
import org.kvartal.forecast.worktime.WorkClock;

/**
 * Five million requests of 300 agents over 36 months: working time, survival and effect by the library, and the same requests
 * as files for kvartal analyze training.
 *
 * usage: java -cp CLASSES bench/service-million.java FOLDER [REQUESTS]
 * Berlin, weekdays from 9 to 17. A request takes 90 working minutes in the median (log-normal, 1.1), slow agents longer; hard
 * ones (a third) three times as long. 276 agents are trained in twelve waves of 23, the slow ones first, which takes 15 % off
 * and halves in 8 months. The same number of requests gives the same files.
 */
class ServiceMillion {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDate FIRST = LocalDate.parse("2023-01-01");
    static final int MONTHS = 36;
    static final int AGENTS = 300;
    static final int TRAINED = 276;
    static final int WAVES = 12;
    static final Instant UNTIL = FIRST.plusMonths(MONTHS).atStartOfDay(BERLIN).toInstant();

    static final WorkClock CLOCK = WorkClock.of(
            WorkCalendar.of(
                    BERLIN,
                    Schedule.daily(
                            FIRST,
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            new OpeningHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                    Set.of()),
            FIRST,
            FIRST.plusYears(30));

    final int count;
    final int[] agents;
    final long[] opened;
    final long[] resolved;
    final boolean[] hard;

    ServiceMillion(int count) {
        this.count = count;
        this.agents = new int[count];
        this.opened = new long[count];
        this.resolved = new long[count];
        this.hard = new boolean[count];
    }

    public static void main(String[] args) throws IOException {
        ServiceMillion bench = new ServiceMillion(args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000);
        long start = System.nanoTime();
        bench.draw();
        System.out.printf("draw and due %.1f s%n", since(start));
        start = System.nanoTime();
        double[] minutes = bench.elapsed();
        System.out.printf("working time %.1f s, %.0f ns each%n", since(start), since(start) * 1e9 / bench.count);
        start = System.nanoTime();
        bench.survive(minutes);
        System.out.printf("Kaplan-Meier of all, and of %d months %.1f s%n", MONTHS, since(start));
        start = System.nanoTime();
        Panel panel = bench.panel(minutes);
        System.out.printf("case mix and cells %.1f s%n", since(start));
        start = System.nanoTime();
        bench.effect(panel);
        System.out.printf("four estimators %.1f s%n", since(start));
        bench.write(Files.createDirectories(Path.of(args[0])));
    }

    static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static int wave(int agent) {
        return agent < TRAINED ? 12 + agent * WAVES / TRAINED : Integer.MAX_VALUE;
    }

    void draw() {
        SplittableRandom random = new SplittableRandom(20251231);
        long seconds = UNTIL.getEpochSecond() - FIRST.atStartOfDay(BERLIN).toEpochSecond();
        for (int i = 0; i < count; i++) {
            int agent = random.nextInt(AGENTS);
            Instant at = FIRST.atStartOfDay(BERLIN).toInstant().plusSeconds(random.nextLong(seconds));
            LocalDate day = at.atZone(BERLIN).toLocalDate();
            int since = 12 * (day.getYear() - FIRST.getYear()) + day.getMonthValue() - 1 - wave(agent);
            hard[i] = random.nextInt(3) == 0;
            double gain = since >= 0 ? -0.1625 * Math.pow(0.5, since / 8.0) : 0;
            double log = Math.log(90) + 0.4 * (0.5 - agent / (double) AGENTS) + (hard[i] ? Math.log(3) : 0) + gain;
            Instant due = CLOCK.due(at, Math.round(60 * Math.exp(log + 1.1 * random.nextGaussian())));
            agents[i] = agent;
            opened[i] = at.getEpochSecond();
            resolved[i] = due.isAfter(UNTIL) ? Long.MAX_VALUE : due.getEpochSecond();
        }
    }

    double[] elapsed() {
        double[] minutes = new double[count];
        for (int i = 0; i < count; i++) {
            Instant end = resolved[i] == Long.MAX_VALUE ? UNTIL : Instant.ofEpochSecond(resolved[i]);
            minutes[i] = CLOCK.elapsedSeconds(Instant.ofEpochSecond(opened[i]), end) / 60.0;
        }
        return minutes;
    }

    int month(int i) {
        LocalDate day = Instant.ofEpochSecond(opened[i]).atZone(BERLIN).toLocalDate();
        return 12 * (day.getYear() - FIRST.getYear()) + day.getMonthValue() - 1;
    }

    void survive(double[] minutes) {
        List<Map<Long, long[]>> months = new ArrayList<>();
        for (int m = 0; m <= MONTHS; m++) {
            months.add(new HashMap<>());
        }
        for (int i = 0; i < count; i++) {
            int kind = resolved[i] == Long.MAX_VALUE ? 1 : 0;
            long minute = (long) Math.ceil(minutes[i]);
            months.get(MONTHS).computeIfAbsent(minute, any -> new long[2])[kind]++;
            months.get(month(i)).computeIfAbsent(minute, any -> new long[2])[kind]++;
        }
        KaplanMeier all = null;
        for (Map<Long, long[]> counts : months) {
            List<Observation> observations = new ArrayList<>();
            counts.forEach((minute, kinds) -> {
                if (kinds[0] > 0) {
                    observations.add(Observation.ended(minute, "resolved").times(kinds[0]));
                }
                if (kinds[1] > 0) {
                    observations.add(Observation.censored(minute).times(kinds[1]));
                }
            });
            all = KaplanMeier.of(observations);
            all.quantile(0.9, 0.95, IntervalScale.LOG_LOG);
        }
        System.out.printf("median %.0f minutes, p90 %.0f%n",
                all.quantile(0.5, 0.95, IntervalScale.LOG_LOG).time(),
                all.quantile(0.9, 0.95, IntervalScale.LOG_LOG).time());
    }

    Panel panel(double[] minutes) {
        double[][][] sums = new double[AGENTS][MONTHS][4];
        for (int i = 0; i < count; i++) {
            double[] cell = sums[agents[i]][month(i)];
            int kind = hard[i] ? 2 : 0;
            cell[kind] += Math.log(Math.max(1, minutes[i]));
            cell[kind + 1]++;
        }
        CaseMix mix = new CaseMix();
        for (int a = 0; a < AGENTS; a++) {
            for (double[] cell : sums[a]) {
                for (int kind = 0; kind < 4; kind += 2) {
                    double seen = Math.max(1, cell[kind + 1]);
                    mix.add("A" + a, kind == 0 ? "easy" : "hard", cell[kind] / seen, (long) seen);
                }
            }
        }
        double[] adjusted = mix.adjusted();
        PanelBuilder panel = new PanelBuilder(List.of());
        for (int a = 0; a < AGENTS; a++) {
            for (int m = 0; m < MONTHS; m++) {
                int place = 2 * (a * MONTHS + m);
                double[] cell = sums[a][m];
                double mean = (adjusted[place] * cell[1] + adjusted[place + 1] * cell[3]) / (cell[1] + cell[3]);
                panel.add("A" + a, m, wave(a) == Integer.MAX_VALUE ? Panel.NEVER : wave(a), mean);
            }
        }
        return panel.build();
    }

    void effect(Panel panel) {
        Map<Estimator, EffectResult> results =
                new EffectAnalysis(Control.NEVER, Adjustment.DOUBLY_ROBUST, 0, 1).estimate(panel);
        results.forEach((estimator, result) -> {
            Effect first = ((EffectResult.Estimated) result).effects().get(0);
            System.out.printf("%s %.4f (%.4f to %.4f)%n",
                    estimator.label(), first.estimate(), first.interval().low(), first.interval().high());
        });
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("calendar.json"), """
                {"timezone": "Europe/Berlin", "working_days": ["MON", "TUE", "WED", "THU", "FRI"],
                 "open": "09:00", "close": "17:00", "holidays": []}
                """);
        try (PrintWriter requests = writer(folder, "requests.csv");
                PrintWriter trainings = writer(folder, "trainings.csv")) {
            requests.println("request_id,agent_id,team,category,opened_at,resolved_at");
            for (int i = 0; i < count; i++) {
                requests.println("R" + i + ",A" + agents[i] + ",T" + agents[i] % 20 + (hard[i] ? ",hard," : ",easy,")
                        + Instant.ofEpochSecond(opened[i]) + ","
                        + (resolved[i] == Long.MAX_VALUE ? "" : Instant.ofEpochSecond(resolved[i])));
            }
            trainings.println("agent_id,trained_at");
            for (int a = 0; a < TRAINED; a++) {
                trainings.println("A" + a + "," + FIRST.plusMonths(wave(a)));
            }
        }
    }

    static PrintWriter writer(Path folder, String name) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
    }
}
