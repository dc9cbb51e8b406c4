package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.adoption.Drop;
import org.kvartal.forecast.adoption.DropWatch;
import org.kvartal.forecast.adoption.PersonDays;
import org.kvartal.forecast.adoption.Presence;
import org.kvartal.forecast.adoption.UseJudge;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;

/**
 * When use drops after a training: the days of all who attended it laid over each other from the training on, and of those
 * who still use it how many are expected to drop in the next four weeks.
 * <pre>
 *   p    = 1 - S(a + 20) / S(a)                         S: share not dropped, Kaplan-Meier; a: working days since the training
 *   mean = sum p,   variance = sum p (1 - p) + (sum se(S(a + 20)) / S(a))^2        over those who still use it
 * </pre>
 */
final class ProgrammeRows {
    private static final double LEVEL = 0.95;
    private static final double Z = 1.96;
    private static final int LONGEST = 130;
    private static final int FOUR_WEEKS = 20;

    private final Following following;
    private final int last;

    ProgrammeRows(Following following) {
        this.following = following;
        this.last = following.working().count();
    }

    /** One who attended: first working day after it, and the day before which the next training was. */
    record Trained(String id, LocalDate on, int start, int end) {}

    private record Expected(double mean, double low, double high) {}

    /** Those who attended, by programme; of several sessions of one programme the last counts. Whoever
     * was trained before uses were logged is left out: how use began there is not known. */
    static SortedMap<String, List<Trained>> trained(Following following) {
        SortedMap<String, List<Trained>> programmes = new TreeMap<>();
        int last = following.working().count();
        LocalDate logged = following.log().date(following.log().firstTrace());
        following.judgements().keySet().forEach(id -> {
            int end = last;
            List<String> met = new ArrayList<>();
            List<Roster.Attended> attended = following.roster().attended(id);
            for (int i = attended.size() - 1; i >= 0; i--) {
                Roster.Attended one = attended.get(i);
                int start = following.start(one.on());
                if (start < end && !one.on().isBefore(logged) && !met.contains(one.programme())) {
                    programmes
                            .computeIfAbsent(one.programme(), name -> new ArrayList<>())
                            .add(new Trained(id, one.on(), start, end));
                    met.add(one.programme());
                    end = start;
                }
            }
        });
        return programmes;
    }

    Stream<@Nullable Object[]> rows() {
        return trained(following).entrySet().stream()
                .map(entry -> entry.getValue().size() < following.settings().minimumGroup()
                        ? UnitRows.hidden("programme", null, entry.getKey())
                        : row(entry.getKey(), entry.getValue()));
    }

    private @Nullable Object[] row(String programme, List<Trained> trained) {
        List<Drop> drops =
                DropWatch.standard().watch(trained.stream().map(this::aligned).toList(), new TreeSet<>());
        @Nullable Drop drop = drops.isEmpty() ? null : drops.get(0);
        @Nullable Estimate change = drop == null ? null : drop.change(LEVEL);
        Expected expected = expected(trained);
        return new @Nullable Object[] {
            "programme",
            null,
            programme,
            (long) trained.size(),
            drop == null ? "steady" : "dropped",
            drop == null ? null : drop.before().value(),
            drop == null ? null : drop.after().value(),
            null,
            drop == null ? null : (long) drop.since(),
            null,
            change == null ? null : change.value(),
            change == null ? null : change.low(),
            change == null ? null : change.high(),
            trained.stream().filter(this::hasDropped).count(),
            expected.mean(),
            expected.low(),
            expected.high(),
            drop == null
                    ? "No drop beyond chance in the half year after the training."
                    : "After %d weeks use falls to %.0f %% of what it was."
                            .formatted(drop.since() / 5, 100 * drop.remaining())
        };
    }

    private PersonDays aligned(Trained trained) {
        PersonDays days = following.days().get(trained.id());
        Presence[] since = new Presence[LONGEST];
        Arrays.setAll(since, i -> trained.start() + i < trained.end() ? days.on(trained.start() + i) : Presence.OUT);
        return PersonDays.of(trained.id(), since);
    }

    private boolean hasDropped(Trained trained) {
        UseJudge.Judgement judgement = following.judgements().get(trained.id());
        return judgement.state().asksForATalk() && judgement.since() >= trained.start() && trained.end() == last;
    }

    private Expected expected(List<Trained> trained) {
        KaplanMeier lasting = KaplanMeier.of(trained.stream()
                .filter(one -> one.end() > one.start())
                .map(one -> hasDropped(one)
                        ? Observation.ended(
                                Math.max(1, following.judgements().get(one.id()).since() - one.start()), "dropped")
                        : Observation.censored(one.end() - one.start()))
                .toList());
        double mean = 0;
        double variance = 0;
        double error = 0;
        int count = 0;
        for (Trained one : trained) {
            int age = last - one.start();
            double now = lasting.survival(age);
            if (one.end() == last && !hasDropped(one) && now > 0) {
                double p = 1 - lasting.survival(age + FOUR_WEEKS) / now;
                mean += p;
                variance += p * (1 - p);
                error += p > 0 ? lasting.standardError(age + FOUR_WEEKS) / now : 0;
                count++;
            }
        }
        double half = Z * Math.sqrt(variance + error * error);
        return new Expected(mean, Math.max(0, mean - half), Math.min(count, mean + half));
    }
}
